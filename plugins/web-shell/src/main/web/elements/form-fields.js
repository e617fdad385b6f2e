import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from './icon.js';

/** @typedef {import('../data/types.js').InputBlock} InputBlock */

/**
 * @typedef {object} Filled
 * @property {InputBlock} input
 * @property {string[]} values what it holds
 * @property {string} fault why that won't do; empty where it will
 * @property {(values: string[]) => void} change
 */

/** @type {Record<InputBlock['kind'], (filled: Filled) => unknown>} */
const FIELDS = {
  text: (filled) => labelled(filled, line(filled, 'text')),
  secret: (filled) => labelled(filled, line(filled, 'password')),
  number: (filled) => labelled(filled, line(filled, 'text', 'decimal')),
  date: (filled) => labelled(filled, line(filled, 'date')),
  lines: (filled) => labelled(filled, lines(filled)),
  choice: (filled) => labelled(filled, choice(filled)),
  choices,
  check,
  entity: (filled) => html`<cb-entity-input .filled=${filled}></cb-entity-input>`,
};

/**
 * @param {Filled} filled
 * @returns an input with its label, its help and what is wrong with it
 */
export function field(filled) {
  return (FIELDS[filled.input.kind] ?? FIELDS.text)(filled);
}

/**
 * @param {Filled} filled
 * @param {unknown} control has the input's name as its id
 */
export function labelled({ input, fault }, control) {
  return html`<div class="field">
    <label class="label" for=${input.name}>${input.label}${mark(input)}</label>
    ${control} ${remarks(input, fault)}
  </div>`;
}

/** @param {InputBlock} input */
function mark({ required }) {
  return required ? html`<span class="needed" aria-hidden="true"> *</span>` : nothing;
}

/**
 * @param {InputBlock} input
 * @param {string} fault
 */
function remarks({ name, help }, fault) {
  return html`${help ? html`<span class="help" id="${name}-help">${help}</span>` : nothing}
    ${fault ? html`<span class="fault" id="${name}-fault">${icon('circle-alert', 13)}<span>${fault}</span></span>` : nothing}`;
}

/** @param {Filled} filled */
export function describedBy({ input, fault }) {
  return [input.help && `${input.name}-help`, fault && `${input.name}-fault`].filter(Boolean).join(' ') || nothing;
}

/**
 * @param {Filled} filled
 * @param {string} type
 * @param {string} [mode]
 */
function line(filled, type, mode) {
  const { input, values, fault, change } = filled;
  return html`<input id=${input.name} name=${input.name} type=${type} inputmode=${mode ?? nothing} autocomplete=${type === 'password' ? 'new-password' : 'off'}
    aria-required=${!!input.required} aria-invalid=${!!fault} aria-describedby=${describedBy(filled)}
    .value=${live(values[0] ?? '')} @input=${(/** @type {any} */ { target }) => change([target.value])} />`;
}

/** @param {Filled} filled */
function lines(filled) {
  const { input, values, fault, change } = filled;
  return html`<textarea id=${input.name} name=${input.name} rows="4" aria-required=${!!input.required} aria-invalid=${!!fault}
    aria-describedby=${describedBy(filled)} .value=${live(values[0] ?? '')}
    @input=${(/** @type {any} */ { target }) => change([target.value])}></textarea>`;
}

/** @param {Filled} filled */
function choice(filled) {
  const { input, values, fault, change } = filled;
  const chosen = values[0] ?? '';
  return html`<select id=${input.name} name=${input.name} aria-required=${!!input.required} aria-invalid=${!!fault}
    aria-describedby=${describedBy(filled)} @change=${(/** @type {any} */ { target }) => change([target.value])}>
    ${input.required && input.initial?.length ? nothing : html`<option value="" ?selected=${!chosen}>${input.required ? 'Choose…' : '–'}</option>`}
    ${(input.options ?? []).map(({ value, label }) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
  </select>`;
}

/** @param {Filled} filled */
function choices(filled) {
  const { input, values, fault, change } = filled;
  const toggled = (/** @type {string} */ value) => (values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return html`<fieldset class="field" aria-describedby=${describedBy(filled)}>
    <legend class="label">${input.label}${mark(input)}</legend>
    <div class="options">${(input.options ?? []).map(({ value, label }, index) => html`<label class="option">
      <input type="checkbox" id=${index ? nothing : input.name} name=${input.name} value=${value} aria-invalid=${!!fault}
        .checked=${live(values.includes(value))} @change=${() => change(toggled(value))} />${label}
    </label>`)}</div>
    ${remarks(input, fault)}
  </fieldset>`;
}

/** @param {Filled} filled */
function check(filled) {
  const { input, values, fault, change } = filled;
  return html`<div class="field">
    <label class="option"><input type="checkbox" id=${input.name} name=${input.name} aria-required=${!!input.required} aria-invalid=${!!fault}
      aria-describedby=${describedBy(filled)} .checked=${live(values[0] === 'true')}
      @change=${(/** @type {any} */ { target }) => change(target.checked ? ['true'] : [])} /><span>${input.label}${mark(input)}</span></label>
    ${remarks(input, fault)}
  </div>`;
}

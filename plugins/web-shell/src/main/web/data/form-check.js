/** @typedef {import('./types.js').InputBlock} InputBlock */

/**
 * What is wrong with what was put in, in the words that the portal has for it.
 *
 * @param {InputBlock[]} inputs
 * @param {Record<string, string[]>} values
 * @returns {Record<string, string>} reasons by the names of inputs; empty where all is well
 */
export function faultsIn(inputs, values) {
  /** @type {Record<string, string>} */
  const faults = {};
  for (const input of inputs) {
    const fault = faultOf(input, (values[input.name] ?? []).filter((value) => value.trim() !== ''));
    if (fault) {
      faults[input.name] = fault;
    }
  }
  return faults;
}

/**
 * @param {InputBlock} input
 * @param {string[]} given without empty ones
 */
function faultOf(input, given) {
  if (!given.length) {
    return input.required ? 'This is needed.' : '';
  }
  return given.map((value) => CHECKS[input.kind]?.(input, value) ?? textFault(input, value)).find(Boolean) ?? '';
}

/** @type {Partial<Record<InputBlock['kind'], (input: InputBlock, value: string) => string>>} */
const CHECKS = {
  number: numberFault,
  check: () => '',
  choice: optionFault,
  choices: optionFault,
  date: (_, value) => (/^\d{4}-\d\d-\d\d$/.test(value) ? '' : 'This must be a day, such as 2026-03-31.'),
  entity: entityFault,
};

/**
 * @param {InputBlock} input
 * @param {string} value
 */
function numberFault(input, value) {
  return /^-?\d{1,30}(\.\d{1,30})?$/.test(value.trim())
    ? boundFault(input, Number(value), '')
    : 'This must be a number, such as 12 or 3.5.';
}

/**
 * @param {InputBlock} input
 * @param {string} value
 */
function entityFault({ options = [] }, value) {
  const kind = /^([^:/\s]+):([^:/\s]+\/)?[^:/\s]+$/.exec(value.trim())?.[1].toLowerCase();
  if (!kind) {
    return 'This must be a reference, such as component:default/ledger.';
  }
  const isOfKind = !options.length || options.some((option) => option.value.toLowerCase() === kind);
  return isOfKind ? '' : `This must not be of the kind '${kind}'.`;
}

/**
 * @param {InputBlock} input
 * @param {string} value
 */
function textFault(input, value) {
  const text = input.kind === 'secret' ? value : value.trim();
  const wrong = boundFault(input, [...text].length, ' characters long');
  return wrong || !input.pattern || matches(input.pattern, text) ? wrong : 'This is not written as it has to be.';
}

/**
 * @param {InputBlock} input
 * @param {number} figure
 * @param {string} unit
 */
function boundFault({ min, max }, figure, unit) {
  if (isSet(min) && figure < min) {
    return `This must be at least ${min}${unit}.`;
  }
  return isSet(max) && figure > max ? `This must be at most ${max}${unit}.` : '';
}

/**
 * @param {InputBlock} input
 * @param {string} value
 */
function optionFault({ options = [] }, value) {
  return options.some((option) => option.value === value) ? '' : `'${value}' can't be chosen.`;
}

/** @param {number | null | undefined} bound @returns {bound is number} */
function isSet(bound) {
  return bound !== null && bound !== undefined;
}

/**
 * Java's expressions are a little richer than ours; what we can't read the portal checks alone.
 *
 * @param {string} pattern
 * @param {string} text
 */
function matches(pattern, text) {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(text);
  } catch {
    return true;
  }
}

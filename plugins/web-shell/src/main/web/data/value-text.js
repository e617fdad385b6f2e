import { formatBytes, formatInstant, formatLength, formatMoney, formatNumber, formatPercent } from './format.js';
import { shortRef } from './ref.js';
import { chosenLocale, chosenZone } from './locale.js';

/** @typedef {import('./types.js').Value} Value */

const DAY = 86_400_000;
const locale = chosenLocale();
const timeZone = chosenZone();
const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
const minute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone });
const monthAndYear = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone });

/** @type {Record<string, (value: Value) => string>} */
const TEXTS = {
  quantity: ({ v, unit }) => withUnit(formatNumber(v), unit),
  money: ({ v, currency }) => formatMoney(v, currency ?? ''),
  bytes: ({ v }) => formatBytes(v),
  percent: ({ v }) => formatPercent(v),
  duration: ({ v }) => formatLength(v),
  instant: ({ v }) => formatInstant(v),
  ref: ({ v }) => shortRef(v),
};

/**
 * @param {Value} value
 * @returns {string} a typed value in the reader's language, where there is room for plain text alone
 */
export function valueText(value) {
  return TEXTS[value.t]?.(value) ?? String(value.label ?? value.v);
}

/**
 * @param {string} text
 * @param {string} [unit]
 */
export function withUnit(text, unit) {
  return unit ? `${text} ${unit}` : text;
}

/**
 * @param {Value[]} steps of a chart
 * @returns {string[]} moments to the day, or to the minute where days hold several of them
 */
export function stepNames(steps) {
  const times = steps.map(({ t, v }) => (t === 'instant' ? Date.parse(v) : NaN));
  const isFine = times.some((time, index) => index > 0 && Math.abs(time - times[index - 1]) < DAY * 0.9);
  const format = isFine ? minute : date;
  return steps.map((step, index) => (Number.isNaN(times[index]) ? valueText(step) : format.format(times[index])));
}

/**
 * @param {Value[]} steps of a chart
 * @returns {string[]} moments as short as their distance allows, the others as they are
 */
export function stepTexts(steps) {
  const times = steps.map(({ t, v }) => (t === 'instant' ? Date.parse(v) : NaN));
  if (!steps.length || times.some(Number.isNaN)) {
    return steps.map(valueText);
  }
  const span = Math.max(...times) - Math.min(...times);
  const isOneYear = new Set(times.map((time) => new Date(time).getFullYear())).size === 1;
  const format = span <= 2 * DAY ? clock : span <= 100 * DAY ? day : isOneYear ? month : monthAndYear;
  return times.map((time) => format.format(time));
}

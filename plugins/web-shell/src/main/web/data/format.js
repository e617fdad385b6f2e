import { chosenLocale, chosenZone } from './locale.js';

const locale = chosenLocale();
const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone: chosenZone() });
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: chosenZone() });

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const STEPS = [['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3600], ['minute', 60]];
/** @type {[string, number][]} */
const LENGTHS = [['d', 86_400], ['h', 3600], ['min', 60], ['s', 1]];

/** @param {number} value */
export function formatNumber(value) {
  return number.format(value);
}

/** @param {number} value @returns {string} as short as the axis of a chart needs it */
export function formatCompact(value) {
  return compact.format(value);
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function plural(count, one, many = `${one}s`) {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}

/**
 * @param {number} amount
 * @param {string} currency
 */
export function formatMoney(amount, currency) {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
  } catch {
    return `${number.format(amount)} ${currency}`;
  }
}

/** @param {number} count */
export function formatBytes(count) {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, Math.abs(count))) / 10));
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(count / 1024 ** power)} ${units[power]}`;
}

/** @param {number} fraction */
export function formatPercent(fraction) {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(fraction);
}

/** @param {number} millis */
export function formatLength(millis) {
  if (Math.abs(millis) < 1000) {
    return `${millis} ms`;
  }
  let rest = Math.round(Math.abs(millis) / 1000);
  const parts = [];
  for (const [unit, seconds] of LENGTHS) {
    const count = Math.floor(rest / seconds);
    if (count > 0 && parts.length < 2) {
      parts.push(`${count} ${unit}`);
    }
    rest %= seconds;
  }
  return `${millis < 0 ? '−' : ''}${parts.join(' ')}`;
}

/**
 * @param {string} instant
 * @param {number} now in milliseconds
 */
export function formatSince(instant, now) {
  const seconds = (Date.parse(instant) - now) / 1000;
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  return step ? relative.format(Math.trunc(seconds / step[1]), step[0]) : 'just now';
}

/** @param {string} instant @returns {string} the time of the day */
export function formatClock(instant) {
  return clock.format(new Date(instant));
}

/** @param {string} instant */
export function formatInstant(instant) {
  return full.format(new Date(instant));
}

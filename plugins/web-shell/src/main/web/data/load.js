import { formatNumber } from './format.js';

/** @typedef {import('./types.js').LoadSteps} LoadSteps */

const MINUTE = 60;

/**
 * @param {LoadSteps | undefined} load
 * @returns {{ rate: number, errors: number | null, p99: number | null }} of the last minute: requests a second, the share that failed, seconds
 */
export function lastMinute(load) {
  const count = load ? Math.round(MINUTE / load.stepSeconds) : 0;
  const sum = (/** @type {number[]} */ values) => values.slice(-count).reduce((all, value) => all + value, 0);
  if (!load || !load.requests.length) {
    return { rate: 0, errors: null, p99: null };
  }
  const requests = sum(load.requests);
  const seconds = Math.min(count, load.requests.length) * load.stepSeconds;
  return {
    rate: requests / seconds,
    errors: requests ? sum(load.errors) / requests : null,
    p99: requests ? Math.max(...load.p99Seconds.slice(-count)) : null,
  };
}

/**
 * @param {number[]} values of the steps that are over
 * @param {number} most how many there can be
 * @returns {number[]} as many as there can be, so that lines of all plugins end at the same moment
 */
export function padded(values, most) {
  return [...new Array(Math.max(0, most - values.length)).fill(0), ...values];
}

/**
 * @param {number[]} values
 * @param {number} size
 * @returns {number[]} the sums of so many values each
 */
export function summed(values, size) {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size).reduce((all, value) => all + value, 0));
}

/** @param {number} rate @returns {string} requests a second */
export function formatRate(rate) {
  if (rate === 0) {
    return '0/s';
  }
  return rate < 0.1 ? `${formatNumber(Math.max(1, Math.round(rate * 60)))}/min` : `${formatNumber(Number(rate.toPrecision(3)))}/s`;
}

/** @param {number} seconds */
export function formatSeconds(seconds) {
  const millis = seconds * 1000;
  return millis < 1000 ? `${formatNumber(Number(millis.toPrecision(2)))} ms` : `${formatNumber(Number(seconds.toPrecision(3)))} s`;
}

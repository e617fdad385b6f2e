const PLAIN = /^[A-Za-z/_](?!.*(: | #))[^\n\t]*(?<![ :])$/;
const WORDS = /^(true|false|null|yes|no|on|off|~)$/i;

/**
 * Writes JSON as YAML for people to read.
 *
 * @param {unknown} value
 * @param {string} [indent]
 * @returns {string} ends with a line feed
 */
export function toYaml(value, indent = '') {
  if (Array.isArray(value)) {
    return value.map((item) => `${indent}- ${inside(item, indent)}`).join('');
  }
  return Object.entries(/** @type {object} */ (value))
    .map(([key, item]) => `${indent}${text(key)}:${below(item, indent)}`)
    .join('');
}

/**
 * @param {unknown} item
 * @param {string} indent
 */
function inside(item, indent) {
  return isNested(item) ? toYaml(item, `${indent}  `).trimStart() : `${scalar(item, indent)}\n`;
}

/**
 * @param {unknown} item
 * @param {string} indent
 */
function below(item, indent) {
  return isNested(item) ? `\n${toYaml(item, `${indent}  `)}` : ` ${scalar(item, indent)}\n`;
}

/** @param {unknown} value */
function isNested(value) {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/**
 * @param {unknown} value
 * @param {string} indent
 */
function scalar(value, indent) {
  if (typeof value !== 'string') {
    return JSON.stringify(value);
  }
  if (!value.includes('\n')) {
    return text(value);
  }
  const lines = value.replace(/\n$/, '').split('\n').map((line) => (line ? `${indent}  ${line}` : ''));
  return `|${value.endsWith('\n') ? '' : '-'}\n${lines.join('\n')}`;
}

/** @param {string} value */
function text(value) {
  return PLAIN.test(value) && !WORDS.test(value) ? value : JSON.stringify(value);
}

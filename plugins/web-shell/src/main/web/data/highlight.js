/** @typedef {{ text: string, tone?: 'key' | 'text' | 'note' | 'word' }} Piece */

const WORDS = /^(?:type|input|interface|union|enum|scalar|schema|directive|extend|implements|on|query|mutation|subscription|syntax|package|import|option|message|service|rpc|returns|stream|repeated|optional|required|oneof|map|reserved|true|false|null|curl|grpcurl)$/;
const PIECES = {
  hash: /(?<note>#.*)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<word>[A-Za-z_][\w.]*)/g,
  slashes: /(?<note>\/\/.*)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<word>[A-Za-z_][\w.]*)/g,
};
const KEY = /^(\s*(?:- )*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s:#'"{[][^:#{[]*)(:(?:\s|$))/;
const LONGEST = 2000;

/**
 * @param {string} line
 * @param {string} language
 * @returns {Piece[]} the line, with what it is made of told apart as far as one line tells
 */
export function piecesOf(line, language) {
  if (line.length > LONGEST) {
    return [{ text: line }];
  }
  if (language === 'yaml' || language === 'json') {
    const [all = '', indent = '', key = '', colon = ''] = KEY.exec(line) ?? [];
    const rest = piecesIn(line.slice(all.length), PIECES.hash);
    return key ? [{ text: indent }, { text: key, tone: 'key' }, { text: colon }, ...rest] : rest;
  }
  return piecesIn(line, language === 'protobuf' ? PIECES.slashes : PIECES.hash);
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @returns {Piece[]}
 */
function piecesIn(text, pattern) {
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const { note, text: quoted, word } = match.groups ?? {};
    if (word === undefined || WORDS.test(word)) {
      pieces.push({ text: text.slice(end, match.index) }, { text: match[0], tone: note !== undefined ? 'note' : quoted !== undefined ? 'text' : 'word' });
      end = match.index + match[0].length;
    }
  }
  pieces.push({ text: text.slice(end) });
  return pieces.filter((piece) => piece.text);
}

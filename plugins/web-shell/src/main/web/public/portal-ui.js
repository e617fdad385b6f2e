// What plugins import from '@portal/ui' to look like the page around them.
export { renderBlocks } from '../elements/blocks.js';
export { icon } from '../elements/icon.js';
export { shared as styles } from '../elements/styles.js';
export { renderValue } from '../elements/value.js';

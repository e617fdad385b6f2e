import { drawDiagrams } from '/-/diagrams.js';
import { enliven } from '/-/enliven.js';
import { paint } from '/-/paint.js';

const PAUSE = 500;
const prose = document.querySelector('.prose');
const state = document.body.dataset.state;

if (prose) {
  enliven(prose, { href: (page) => `/${page.split('/').map(encodeURIComponent).join('/')}` });
  paint(prose);
  drawDiagrams(prose, (language) => `/-/diagrams/${language}`);
}
document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();

/** The page is drawn again where it stands as soon as a file of its folder was saved. */
async function look() {
  const now = await fetch('/-/state').then((answer) => (answer.ok ? answer.text() : state), () => state);
  if (now === state) {
    setTimeout(look, PAUSE);
  } else {
    location.reload();
  }
}

look();

const ENGINES = ['dot', 'neato', 'fdp', 'sfdp', 'twopi', 'circo'];
const LIGHT_INK = '#e6e6e6';
const DARK_INK = '#1f2328';
const code = URL.createObjectURL(new Blob([document.getElementById('worker').textContent], { type: 'text/javascript' }));
const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
let worker;

async function draw({ text, engine, isDark }) {
  const program = ENGINES.includes(engine) ? engine : 'dot';
  if (!isDark) {
    return laidOut(text, program, DARK_INK, 'transparent');
  }
  const drawn = await laidOut(text, program, LIGHT_INK, 'transparent');
  // its lines run over what was chosen for paper
  const isOnLight = [...drawn.querySelectorAll('g.graph > polygon, g.cluster > :is(polygon, path)')].some(isLight);
  return isOnLight ? laidOut(text, program, DARK_INK, '#f6f8fa') : legible(drawn);
}

async function laidOut(text, engine, ink, ground) {
  worker ??= new Worker(code);
  const { svg, fault } = await new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = () => resolve({ fault: 'Graphviz could not be started.' });
    worker.postMessage({ text, engine, ink, ground });
  });
  if (svg) {
    return new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  }
  // whatever went wrong in it, the next one is not to suffer from it
  worker.terminate();
  worker = undefined;
  throw new Error(fault);
}

/** Where a shape is filled with something light, the text on it is dark. */
function legible(drawn) {
  for (const group of drawn.querySelectorAll('g.node')) {
    let isOnLight = false;
    for (const part of group.querySelectorAll('polygon, ellipse, path, text')) {
      if (part.localName !== 'text') {
        isOnLight = part.getAttribute('fill') === 'none' ? isOnLight : isLight(part);
      } else if (isOnLight && part.getAttribute('fill') === LIGHT_INK) {
        part.setAttribute('fill', DARK_INK);
      }
    }
  }
  return drawn;
}

function isLight(shape) {
  const fill = shape.getAttribute('fill');
  if (fill === 'none' || fill === 'transparent' || Number(shape.getAttribute('fill-opacity') ?? 1) < 0.5) {
    return false;
  }
  canvas.fillStyle = '#000';
  canvas.fillStyle = fill;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return red * 0.3 + green * 0.59 + blue * 0.11 > 128;
}

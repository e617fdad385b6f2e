// Draws what the page around this frame sends, one after another, and answers with pictures that are text.
const LONGEST = 50_000;
let last = Promise.resolve();

addEventListener('message', ({ data, source }) => {
  if (source === parent) {
    last = last.then(() => answer(data)).then((answer) => parent.postMessage({ id: data.id, ...answer }, '*'));
  }
});

async function answer(asked) {
  try {
    if (asked.text.length > LONGEST) {
      throw new Error(`It is longer than ${LONGEST} characters.`);
    }
    const drawn = await draw(asked);
    const [, , width, height] = drawn.getAttribute('viewBox').split(/[\s,]+/).map(Number);
    drawn.setAttribute('width', width);
    drawn.setAttribute('height', height);
    return { svg: new XMLSerializer().serializeToString(drawn), width, height };
  } catch (reason) {
    document.body.querySelectorAll(':scope > :not(script)').forEach((rest) => rest.remove());
    return { fault: String(reason?.message ?? reason).replace(/\s*-{3,}\^?\s*/g, ' ').slice(0, 400) };
  }
}

parent.postMessage({ isReady: true }, '*');

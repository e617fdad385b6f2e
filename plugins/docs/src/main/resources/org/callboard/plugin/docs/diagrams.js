// Draws what the page around this frame sends, one after another, and answers with pictures that are text.
let last = Promise.resolve();

addEventListener('message', ({ data, source }) => {
  if (source === parent) {
    last = last.then(() => draw(data)).then((answer) => parent.postMessage({ id: data.id, ...answer }, '*'));
  }
});

async function draw({ id, text, isDark }) {
  try {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      theme: isDark ? 'dark' : 'neutral',
      fontFamily: 'system-ui, sans-serif',
      htmlLabels: false,
      flowchart: { htmlLabels: false },
      maxTextSize: 50_000,
      maxEdges: 500,
    });
    const { svg } = await mermaid.render(`diagram-${id}`, text);
    const drawn = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
    const [, , width, height] = drawn.getAttribute('viewBox').split(/[\s,]+/).map(Number);
    drawn.setAttribute('width', width);
    drawn.setAttribute('height', height);
    return { svg: new XMLSerializer().serializeToString(drawn), width, height };
  } catch (reason) {
    document.body.querySelectorAll(':scope > :not(script)').forEach((rest) => rest.remove());
    return { fault: String(reason?.message ?? reason).replace(/\s*-{3,}\^?\s*/g, " ").slice(0, 400) };
  }
}

parent.postMessage({ isReady: true }, '*');

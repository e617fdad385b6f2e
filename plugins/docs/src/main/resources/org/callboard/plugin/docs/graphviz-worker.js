// Graphviz can't be interrupted, so it is beside the frame: who waits too long for it ends it.
const graphviz = Viz.instance();

addEventListener('message', async ({ data: { text, engine, ink, ground } }) => {
  try {
    const look = { fontname: 'Helvetica', color: ink, fontcolor: ink };
    const { output, errors } = (await graphviz).render(text, {
      format: 'svg',
      engine,
      graphAttributes: { bgcolor: ground, ...look },
      nodeAttributes: look,
      edgeAttributes: look,
    });
    const reasons = errors.filter(({ level }) => level === 'error').map(({ message }) => message);
    postMessage({ svg: output, fault: reasons.join(', ') || 'It holds no graph.' });
  } catch (reason) {
    postMessage({ fault: `It is too much for Graphviz (${reason?.message ?? reason}).` });
  }
});

async function draw({ id, text, isDark }) {
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
  return new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The name that a heading is linked by. */
const nameOf = (heading: string): string => heading.replace(/[、，。　 ]/g, '');

const inline = (text: string): string =>
  escaped(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>');

function blockOf(block: string): string {
  const [, fenced] = /^```\w+\n([\s\S]*?)\n?```$/.exec(block) ?? [];
  if (fenced !== undefined) return `<pre tabindex="0">${escaped(fenced)}</pre>`;
  const [, marks = '', heading = ''] = /^(#+) (.+)$/.exec(block) ?? [];
  if (heading !== '') return `<h${marks.length} id="${nameOf(heading)}">${inline(heading)}</h${marks.length}>`;
  if (block.startsWith('- ')) return `<p>${inline(block.slice(2))}</p>`;
  return `<p>${inline(block.replaceAll('\n', ''))}</p>`;
}

/** A page of the documentation for people who have the bundle alone: headings, paragraphs, quotes and links of Markdown as HTML. */
export function pageOf(markdown: string): string {
  const blocks = markdown.match(/^```[\s\S]*?^```$|^(?!```)\S.*(?:\n(?!```|#|\n).+)*/gm) ?? [];
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? '';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 17px/1.8 "Noto Serif CJK SC", SimSun, serif; color: #222; overflow-wrap: anywhere; }
h1, h2, h3 { font-family: SimHei, "Noto Sans CJK SC", sans-serif; line-height: 1.4; }
h1 { font-size: 1.5em; } h2 { font-size: 1.25em; margin-top: 2em; } h3 { font-size: 1.05em; margin-top: 1.6em; }
pre { background: #f2f2f2; padding: .6em .8em; white-space: pre-wrap; } pre, code { font: 15px/1.6 "Noto Sans Mono CJK SC", Consolas, NSimSun, monospace; }
</style>
</head>
<body>
<main>
${blocks.map(blockOf).join('\n')}
<p><a href="使用说明.html">回到使用说明</a></p>
</main>
</body>
</html>
`;
}

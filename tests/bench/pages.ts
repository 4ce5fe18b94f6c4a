/** Hostile pages. Plain strings, nothing of any product. */

/** What a page may try; each must give a plain result or a plain refusal within a second. */
export function hostilePages(): Record<string, string> {
  const page = (body: string, head = ''): string =>
    `<!doctype html><html lang="en"><head><title>Dana Lee</title>${head}</head><body><h1>Dana Lee</h1>${body}</body></html>`;
  return {
    // Large ones are made in the page: sending them would take most of the time.
    '10 MB of text': page(
      '<p id="m"></p><script>m.textContent = "call 415 555 0132 now ".repeat(460_000)</script>',
    ),
    '100,000 inputs': page(
      '<form id="f"></form><script>f.innerHTML = `<input aria-labelledby="a" value="415 555 0132">`.repeat(100_000)</script>',
    ),
    // The parser stops nesting at 512: only a script goes deeper. Boxes 5,000 deep are more than Chromium itself
    // can lay out, with or without an extension: these have none of their own.
    'nesting 5,000 deep': page(
      `<style>#d div{display:contents}</style><div id="d"></div><script>{${deeper('d', '""')} at.textContent = "(415) 555-0132"}</script>`,
    ),
    'nesting 5,000 deep with a number in each': page(
      `<style>#d div{display:contents}</style><div id="d"></div><script>{${deeper('d', '"(415) 555-" + (1000 + deep)')}}</script>`,
    ),
    'nesting 5,000 deep that is not shown': page(
      `<div id="d" hidden></div><script>{${deeper('d', '"Phone 415 555 " + (1000 + deep)')}}</script>`,
    ),
    'shadow roots 600 deep': page(
      `${'<x-a><template shadowrootmode="open">'.repeat(600)}<b>(415) 555-0132</b>${'</template></x-a>'.repeat(600)}`,
    ),
    'clobbered form': page(
      '<form id="f"><input name="childNodes" value="1"><input name="firstChild"><input name="nextSibling"><input name="parentNode"><input name="attributes"><input name="getAttribute"><input name="tagName"><input name="localName"><input name="nodeType"><input name="children"><p>Mobile: (415) 555-0132</p></form><img name="body"><img name="title"><img name="getSelection"><img name="createTreeWalker"><img name="documentElement"><img name="querySelectorAll"><form name="activeElement"></form>',
    ),
    'prototype pollution': page(
      '<dl><dt>__proto__</dt><dd>(415) 555-0132</dd><dt>constructor</dt><dd>toString</dd></dl><input name="__proto__" id="constructor" value="415 555 0133" aria-label="hasOwnProperty">',
      '<script>Object.prototype.version = 9; Object.prototype.hidden = true; Array.prototype.toJSON = () => "x";</script>',
    ),
    'endless mutation': page(
      '<div id="m">(415) 555-0132</div>',
      '<script>const grow = () => { const d = document.createElement("div"); d.textContent = "415 555 0132"; document.body.append(d); if (document.body.childNodes.length > 3000) document.body.firstChild.remove(); setTimeout(grow, 0); }; addEventListener("DOMContentLoaded", () => { grow(); new MutationObserver(() => document.body.setAttribute("x", Math.random())).observe(document.body, { attributes: true }); });</script>',
    ),
    'bidirectional and zero-width': page(
      '<p>Mobile: \u202e2310-555 (514)\u202c</p><dl><dt>Pho\u200bne</dt><dd>\u2066(415)\u2069\u200b 555\u20110132</dd><dt>Name</dt><dd>Da\u200bna \u202eeeL\u202c</dd></dl>',
    ),
    'a million digits': page(
      `<p>Phone: ${'4155550132'.repeat(100_000)}</p><p>${'4155550132 '.repeat(3000)}</p>`,
    ),
    'markup in the name': page(
      '<dl><dt>Name</dt><dd>&lt;img src=x onerror=alert(1)&gt; Lee</dd><dt>Phone</dt><dd>(415) 555-0132</dd></dl>',
    ),
    'a label of 10 MB': page(
      '<div id="big" hidden></div><input aria-labelledby="big" value="415 555 0132"><input aria-labelledby="big" value="415 555 0133"><script>big.textContent = "Phone ".repeat(1_700_000)</script>',
    ),
    '50,000 siblings': page('<span>415 555 0132</span>'.repeat(50_000)),
    'a number under each of 20,000 shadow roots': page(
      '<main id="r"></main><script>for (let at = 0; at < 20_000; at++) r.appendChild(document.createElement("x-r")).attachShadow({ mode: "closed" }).innerHTML = "<b>Dana</b> <i>415 555 0132</i>"</script>',
    ),
    '20,000 rows': page(
      `<table>${'<tr><td>Dana</td><td>415 555 0132</td><td>12:05</td></tr>'.repeat(20_000)}</table>`,
    ),
  };
}

/** Script that goes 5,000 elements down from one, with a text before each; leaves the last in `at`. */
function deeper(id: string, text: string): string {
  return `let at = ${id}; for (let deep = 0; deep < 5000; deep++) { at.append(${text}, document.createElement("div")); at = at.lastChild; }`;
}

/**
 * Has a page drawn as where there is a mouse: a headless Chromium takes itself for a machine without one, and nothing
 * can be told it otherwise, so what the style sheets ask of the pointer is answered in their place. Sent as text into
 * the page: it stands alone.
 */
export function withMouse(): void {
  const answer = (rules: CSSRuleList): void => {
    for (const rule of Array.from(rules)) {
      if (!(rule instanceof CSSMediaRule)) continue;
      const { media } = rule;
      media.mediaText = media.mediaText
        .replaceAll('(hover: none)', '(max-width: 0px)')
        .replaceAll('(hover: hover)', '(min-width: 0px)');
      answer(rule.cssRules);
    }
  };
  for (const sheet of Array.from(document.styleSheets)) {
    // Those of elsewhere may not be read.
    if (!sheet.href || new URL(sheet.href).origin === location.origin) answer(sheet.cssRules);
  }
}

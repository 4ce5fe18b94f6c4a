/**
 * Texts a screen cuts off or pushes over its edge, one line each. What ends in an ellipsis on purpose shows
 * the whole text elsewhere (a title, or the entry when opened) and is left out. Sent as text into the page:
 * it stands alone.
 */
export function cutOff(): string[] {
  const problems: string[] = [];
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > edge) {
    problems.push(`the screen is ${document.documentElement.scrollWidth} wide`);
  }
  for (const element of Array.from(document.querySelectorAll<HTMLElement>('body *'))) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || style.visibility === 'hidden') continue;
    const text = (element.textContent ?? '').trim().slice(0, 60);
    // A wide table has a room of its own, which the keyboard scrolls, too.
    const room = element.closest<HTMLElement>('[tabindex="0"]');
    if (room && ['auto', 'scroll'].includes(getComputedStyle(room).overflowX)) continue;
    if (box.right > edge + 1 || box.left < -1) problems.push(`over the edge: ${element.tagName} “${text}”`);
    // A field scrolls what is typed into it.
    const clips =
      !(element instanceof HTMLInputElement) &&
      style.overflowX !== 'visible' &&
      style.textOverflow !== 'ellipsis';
    if (clips && element.scrollWidth > element.clientWidth + 1) {
      problems.push(`cut off: ${element.tagName}.${element.className} “${text}”`);
    }
    // A native select shows what fits of its option and says nothing of the rest.
    if (element instanceof HTMLSelectElement) {
      const canvas = document.createElement('canvas').getContext('2d');
      if (!canvas) continue;
      canvas.font = style.font;
      const width = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      const widest = canvas.measureText(element.selectedOptions[0]?.text ?? '').width;
      if (widest > width + 1)
        problems.push(`select: “${element.selectedOptions[0]?.text}” ${widest} > ${width}`);
    }
    if (element instanceof HTMLInputElement && element.placeholder && !element.value) {
      const canvas = document.createElement('canvas').getContext('2d');
      if (!canvas) continue;
      canvas.font = style.font;
      const width = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      const wide = canvas.measureText(element.placeholder).width;
      if (wide > width) problems.push(`placeholder: “${element.placeholder}” ${Math.round(wide)} > ${width}`);
    }
  }
  return problems;
}

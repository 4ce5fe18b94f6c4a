/** What is asked of a whole screen inside its document. Each function is sent as text: it stands alone. */

/**
 * Things to click that are smaller than 24 by 24 CSS pixels (WCAG 2.2, 2.5.8), one line each. Excused as there:
 * a link in a sentence, and a small one with so much room around it that 24-pixel circles do not touch. A
 * checkbox is clicked through its label, too.
 */
export function smallTargets(): string[] {
  const least = 24;
  const selector = 'a[href], button, input, select, textarea, summary, [role=button], [tabindex="0"]';
  const targets = Array.from(document.querySelectorAll<HTMLElement>(selector)).flatMap((element) => {
    const label = element.matches('[type=checkbox], [type=radio]') ? element.closest('label') : null;
    const box = (label ?? element).getBoundingClientRect();
    // Native controls forward clicks on their whole label; what is not drawn is no target.
    return box.width === 0 || getComputedStyle(element).visibility === 'hidden' ? [] : [{ element, box }];
  });
  const middle = ({ box }: { box: DOMRect }) => ({
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
  });
  const isSmall = ({ box }: { box: DOMRect }) => box.width < least - 0.5 || box.height < least - 0.5;
  return targets.flatMap((target) => {
    if (!isSmall(target)) return [];
    const sentence = target.element.closest('p, li, dd, span')?.textContent?.trim() ?? '';
    const inline = getComputedStyle(target.element).display.startsWith('inline');
    if (inline && sentence.length > (target.element.textContent ?? '').trim().length) return [];
    const { x, y } = middle(target);
    const crowded = targets.some((other) => {
      if (other === target || other.element.contains(target.element)) return false;
      if (isSmall(other)) return Math.hypot(middle(other).x - x, middle(other).y - y) < least;
      const dx = Math.max(other.box.left - x, 0, x - other.box.right);
      const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
      return Math.hypot(dx, dy) < least / 2;
    });
    const { width, height } = target.box;
    const name = target.element.getAttribute('aria-label') ?? target.element.textContent ?? '';
    return crowded
      ? [`${target.element.tagName} “${name.trim().slice(0, 40)}” ${Math.round(width)}×${Math.round(height)}`]
      : [];
  });
}

/** How many stops Tab has on this screen: what can take the focus with the keyboard. */
export function tabStops(): number {
  const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  return Array.from(document.querySelectorAll<HTMLElement>(selector)).filter((element) => {
    const drawn = element.checkVisibility({ visibilityProperty: true });
    return drawn && element.tabIndex >= 0 && !element.matches(':disabled');
  }).length;
}

/** Where the focus is, and whether it can be seen there. */
export function focusSeen(): { at: string; seen: boolean } {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return { at: '', seen: true };
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
  const box = element.getBoundingClientRect();
  const name = element.getAttribute('aria-label') ?? element.id ?? element.textContent ?? '';
  const place = `${Math.round(box.x)},${Math.round(box.y + scrollY)}`;
  return { at: `${element.tagName} ${name.slice(0, 40)} at ${place}`, seen: outlined && box.width > 0 };
}

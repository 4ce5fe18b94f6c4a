/**
 * What is asked of an element inside its document. Each function is sent as text, so it stands alone:
 * no imports, no helpers.
 */

/** Scrolls as a person does who wants to click it: away from the edges, where other things may lie on top. */
export function scrollToMiddle(element: HTMLElement): void {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
}

/** The middle of the element, or null while something else would take the click. */
export function clickablePoint(element: HTMLElement): { x: number; y: number } | null {
  const box = element.getBoundingClientRect();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const top = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
  if (!top || box.width === 0) return null;
  // A visually hidden checkbox is clicked through its label.
  const labels = Array.from((element as HTMLInputElement).labels ?? []);
  const hit = [element, ...labels].some((part) => part.contains(top));
  return hit ? { x, y } : null;
}

/** Selects all a text field holds, so that typing replaces it. */
export function selectContents(element: HTMLElement): void {
  element.focus();
  (element as HTMLInputElement).select();
}

/** Picks an option of a native select by value or words, with the events a person's choice gives. */
export function chooseOption(element: HTMLElement, wanted: string): void {
  const select = element as HTMLSelectElement;
  const option = Array.from(select.options).find((o) => o.value === wanted || o.text.trim() === wanted);
  if (!option) {
    const offered = Array.from(select.options, (o) => o.text).join(' · ');
    throw new Error(`no option "${wanted}" among: ${offered}`);
  }
  select.focus();
  select.value = option.value;
  select.dispatchEvent(new Event('input', { bubbles: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What a field holds; for a select the words of the chosen option. */
export function fieldValue(element: HTMLElement): string {
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text.trim() ?? '';
  return (element as HTMLInputElement).value;
}

/** What the element shows, white space collapsed. */
export function shownText(element: HTMLElement): string {
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown is asked, and hidden text is not.
  return element.innerText.replace(/\s+/g, ' ').trim();
}

/** One attribute. */
export function attributeOf(element: HTMLElement, name: string): string | null {
  return element.getAttribute(name);
}

/** The accessible name of simple elements: its label, else its words. */
export function simpleName(element: HTMLElement): string {
  const byId = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id === '' ? '' : (document.getElementById(id)?.textContent ?? '')))
    .join(' ');
  const labels = Array.from((element as HTMLInputElement).labels ?? [], (label) => label.textContent).join(
    ' ',
  );
  const name = byId.trim() || element.getAttribute('aria-label') || labels || element.textContent || '';
  return name.replace(/\s+/g, ' ').trim();
}

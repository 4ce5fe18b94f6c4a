/** A name as a screen reader says it: exactly, or matching a pattern. */
export type Name = string | RegExp;

/** One element of a screen, found by role and accessible name. */
export interface Control {
  /** Scrolls to it and clicks its middle with the mouse. */
  click(): Promise<void>;
  /** Puts the focus on it. */
  focus(): Promise<void>;
  /** Replaces what a text field holds, by typing. */
  fill(text: string): Promise<void>;
  /** Picks an option of a native select by value or by its words. */
  choose(option: string): Promise<void>;
  /** What a field holds. */
  value(): Promise<string>;
  /** What it shows, white space collapsed. */
  text(): Promise<string>;
  attribute(name: string): Promise<string | null>;
  /** Controls inside it. */
  all(role: string, name?: Name): Promise<Control[]>;
  /** Waits for a control inside it. */
  find(role: string, name?: Name): Promise<Control>;
}

/** One document of the browser: a page, the pop-up or the panel. */
export interface Screen {
  url(): Promise<string>;
  /** Waits for the one control of this role and name. */
  find(role: string, name?: Name, within?: number): Promise<Control>;
  /** What is there now, in document order. */
  all(role: string, name?: Name): Promise<Control[]>;
  /** Presses a key or a chord ("Enter", "Shift+Enter") in this document. */
  press(keys: string): Promise<void>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  /** Runs a function of its own in the document; it sees nothing of the test. */
  run<Args extends unknown[], T>(work: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  /** A picture of what it shows now. */
  picture(): Promise<Buffer>;
  /** Navigates, for pages only. */
  goto(url: string): Promise<void>;
  close(): Promise<void>;
}

/** White space collapsed, as it is read. */
export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether an accessible name is the one asked for. */
export function nameMatches(wanted: Name | undefined, name: string): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? collapsed(name) === wanted : wanted.test(collapsed(name));
}

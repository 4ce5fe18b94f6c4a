import { BackupProblem, fileLimits } from './problem.ts';

interface JsonParts {
  /** One element of a list that is a member of the outermost object. @param place from 1 */
  onItem(list: string, item: unknown, place: number): void;
  /** Any other member of the outermost object. */
  onMember(name: string, value: unknown): void;
}

/**
 * Takes a JSON document apart while it is still being read: the elements of the lists right under the outermost
 * object one by one, so that a long file never stands in memory whole and a fault is known by its row.
 */
export function createJsonSplitter({ onItem, onMember }: JsonParts) {
  /** Brackets that are open, outermost first. */
  const open: string[] = [];
  let inString = false;
  let escaped = false;
  let ended = false;
  let pending = '';
  let list: string | null = null;
  let place = 0;

  const row = () => (list === null ? null : place + 1);
  function parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw new BackupProblem(list === null && place === 0 ? 'not-a-backup' : 'broken', row());
    }
  }
  function finishItem(text: string): void {
    if (list === null || text.trim() === '') return;
    const item = parsed(text);
    place += 1;
    onItem(list, item, place);
  }
  function finishMember(text: string): void {
    if (text.trim() === '') return;
    for (const [name, value] of Object.entries(parsed(`{${text}}`) as object)) onMember(name, value);
  }
  /** A list that begins: its name is what stands before it. */
  function beginList(before: string): boolean {
    const name = /^\s*("(?:[^"\\]|\\.){0,100}")\s*:\s*$/.exec(before)?.[1];
    if (name === undefined) return false;
    list = String(parsed(name));
    place = 0;
    return true;
  }

  function push(chunk: string): void {
    let from = 0;
    const taken = (to: number) => {
      const text = pending + chunk.slice(from, to);
      pending = '';
      from = to + 1;
      return text;
    };
    for (let at = 0; at < chunk.length; at++) {
      const character = chunk[at];
      if (inString) {
        if (escaped) escaped = false;
        else if (character === '\\') escaped = true;
        else if (character === '"') inString = false;
        // JSON has no line break inside a string: here a quotation mark is missing.
        else if (character === '\n') throw new BackupProblem('broken', row());
      } else if (character === '"') {
        inString = true;
      } else if (character === '{' || character === '[') {
        if (open.length === 0) {
          if (ended || character === '[' || taken(at).trim() !== '') {
            throw new BackupProblem(ended ? 'broken' : 'not-a-backup');
          }
        } else if (open.length === 1 && character === '[') {
          if (beginList(pending + chunk.slice(from, at))) taken(at);
        }
        open.push(character);
      } else if (character === '}' || character === ']') {
        if (open.pop() !== (character === '}' ? '{' : '[')) throw new BackupProblem('broken', row());
        if (open.length === 1 && list !== null) {
          finishItem(taken(at));
          list = null;
        } else if (open.length === 0) {
          finishMember(taken(at));
          ended = true;
        }
      } else if (character === ',') {
        if (open.length === 2 && list !== null) finishItem(taken(at));
        else if (open.length === 1) finishMember(taken(at));
      }
    }
    pending += chunk.slice(from);
    if (ended && pending.trim() !== '') throw new BackupProblem('broken');
    if (pending.length > fileLimits.row) throw new BackupProblem('row-too-long', row());
  }

  return {
    push,
    /** The row being read, where it is one of a list. */
    row,
    end(): void {
      if (ended) return;
      throw new BackupProblem(open.length === 0 ? 'not-a-backup' : 'truncated', row());
    },
  };
}

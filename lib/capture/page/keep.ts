/**
 * Which finds are described when there are more than can be sent: those with enough digits for a number,
 * controls, links and headings, then what stands beside them (their labels and names), then the rest from
 * the top of the page. What cannot be among them is counted and let go at once: holding every node of a
 * large page costs more than the walk that finds them.
 */
/** Something that may become a leaf: kept as nodes until the few that matter are known. */
export interface Find {
  node: Node;
  kind: 'text' | 'control' | 'icon' | 'tel' | 'mail' | 'stated';
  /** A line break stands before it. */
  line: boolean;
  /** Kept first when there are too many: digits enough for a number, headings, labels, controls, links. */
  important: boolean;
}

export interface KeepLimits {
  /** Most finds of an ordinary page. */
  leaves: number;
  /** Most finds of a page with more than twice as many. */
  largeLeaves: number;
  /** Most finds from the part of a page that is not walked whole. */
  farLeaves: number;
}

/** Finds on either side of an important one that are kept with it. */
const beside = 4;

/** Takes finds in document order and gives back, at the end, the ones to describe. */
export class Finds {
  /** How many there were. */
  count = 0;
  /** A large page: what stands near numbers is enough of it. */
  private readonly large: number;
  /** Important finds of a large page that bring their neighbours. */
  private readonly most: number;
  private readonly limits: KeepLimits;
  private readonly held: Find[] = [];
  private readonly far: Find[] = [];
  private readonly farNodes = new Set<Node>();
  /** Place in the page of each find held. */
  private readonly places: number[] = [];
  /** The finds before the next one, for an important one to come, in a ring. */
  private readonly before: (Find | null)[] = new Array<Find | null>(beside).fill(null);
  private important = 0;
  /** How many of the next finds stand beside an important one. */
  private after = 0;

  constructor(limits: KeepLimits) {
    this.limits = limits;
    this.large = limits.leaves * 2;
    this.most = limits.largeLeaves / beside;
  }

  /** Whether another find can still be kept; false spares looking at it. */
  get wantsMore(): boolean {
    return this.count < this.large || this.important < this.most || this.after > 0;
  }

  add(find: Find): void {
    const at = this.count++;
    const counts = find.important && (at < this.large || this.important < this.most);
    if (at < this.large) this.hold(find, at);
    else {
      if (counts) this.holdBefore(at);
      if (counts || this.after > 0) this.hold(find, at);
      else this.before[at % beside] = find;
    }
    if (counts) {
      this.important++;
      this.after = beside;
    } else if (this.after > 0) this.after--;
  }

  /** A find from the far part of a page, of which only what was asked for is walked: kept while there is room. */
  addFar(find: Find): void {
    this.count++;
    // What a slot shows stands in two trees, and may be met in either.
    if (this.farNodes.has(find.node) || this.far.length >= this.limits.farLeaves) return;
    this.farNodes.add(find.node);
    this.far.push(find);
  }

  /** The finds to describe, in document order. */
  kept(): Find[] {
    const large = this.count > this.large;
    const near = choose(this.held, this.places, large ? this.limits.largeLeaves : this.limits.leaves);
    return near.concat(this.far);
  }

  private hold(find: Find, at: number): void {
    this.held.push(find);
    this.places.push(at);
    this.before[at % beside] = null;
  }

  private holdBefore(at: number): void {
    for (let place = at - beside; place < at; place++) {
      const find = this.before[place % beside];
      if (find) this.hold(find, place);
    }
  }
}

/** At most `max` finds, in document order. */
function choose(finds: Find[], places: number[], max: number): Find[] {
  if (finds.length <= max) return finds;
  const chosen = new Uint8Array(finds.length);
  let room = max;
  const take = (at: number): void => {
    if (room > 0 && at >= 0 && at < finds.length && !chosen[at]) {
      chosen[at] = 1;
      room--;
    }
  };
  const important: number[] = [];
  for (const [at, find] of finds.entries()) {
    if (important.length >= max / beside) break;
    if (find.important) important.push(at);
  }
  for (const at of important) take(at);
  for (const at of important) {
    for (let off = 1; off <= beside; off++) {
      // Finds that were let go leave gaps: what stands on the other side of one is not beside it.
      if (places[at - off] === (places[at] ?? 0) - off) take(at - off);
      if (places[at + off] === (places[at] ?? 0) + off) take(at + off);
    }
  }
  for (let at = 0; at < finds.length && room > 0; at++) take(at);
  return finds.filter((_, at) => chosen[at]);
}

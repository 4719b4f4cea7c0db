/**
 * Which of many things happens next: a binary heap of moments, each with the number of what happens then.
 *
 * Nothing is ever taken out or moved before its turn. Whoever finds that a thing happens earlier adds it again, and whoever takes one out
 * looks first whether it still stands. That is cheaper than keeping track of where each thing stands in the heap.
 */
export class Moments {
  #count = 0;
  #at = new Float64Array(1024);
  #what = new Int32Array(1024);

  /** When the next thing happens; never where nothing does. */
  get nextAt(): number {
    return this.#count === 0 ? Number.POSITIVE_INFINITY : (this.#at[0] as number);
  }

  /** What happens next. Not to be asked of an empty heap. */
  get next(): number {
    return this.#what[0] as number;
  }

  add(at: number, what: number): void {
    if (this.#count === this.#at.length) this.#enlarge();
    const [times, things] = [this.#at, this.#what];
    let place = this.#count++;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const time = times[above] as number;
      if (time <= at) break;
      times[place] = time;
      things[place] = things[above] as number;
      place = above;
    }
    times[place] = at;
    things[place] = what;
  }

  /** Drops what happens next. */
  drop(): void {
    const [times, things] = [this.#at, this.#what];
    const count = --this.#count;
    const [at, what] = [times[count] as number, things[count] as number];
    let place = 0;
    for (let below = 1; below < count; below = 2 * place + 1) {
      if (below + 1 < count && (times[below + 1] as number) < (times[below] as number)) below += 1;
      const time = times[below] as number;
      if (time >= at) break;
      times[place] = time;
      things[place] = things[below] as number;
      place = below;
    }
    times[place] = at;
    things[place] = what;
  }

  #enlarge(): void {
    const [times, things] = [this.#at, this.#what];
    this.#at = new Float64Array(2 * times.length);
    this.#what = new Int32Array(2 * things.length);
    this.#at.set(times);
    this.#what.set(things);
  }
}

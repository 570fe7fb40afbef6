import type { RandomBytes } from "../crypto/random-text";
import { seededRandom } from "../crypto/seeded-random";
import type { Fault } from "../schemas/fault";

interface PlannedFault extends Fault {
  id: number;
}

/**
 * The misbehaviour that is still to come. Draws come from its own seeded source, so that the same
 * plan and the same calls give the same faults.
 */
export class FaultPlan {
  private planned: PlannedFault[] = [];
  private nextId = 1;
  private random: RandomBytes;

  constructor(seed = "faults") {
    this.random = seededRandom(seed);
  }

  add(fault: Fault): PlannedFault {
    const planned = { ...fault, id: this.nextId };
    this.nextId += 1;
    this.planned.push(planned);
    return { ...planned };
  }

  list(): PlannedFault[] {
    return this.planned.map((fault) => ({ ...fault }));
  }

  /** Forgets every fault; with a seed, draws start anew from it. */
  clear(seed?: string): void {
    this.planned = [];
    if (seed !== undefined) this.random = seededRandom(seed);
  }

  /** The faults that hit this call, each counted down by one. `names` are all names it goes by. */
  take(names: string[]): Fault[] {
    const hit: Fault[] = [];
    for (const fault of this.planned) {
      if (!names.includes(fault.endpoint)) continue;
      if (fault.probability < 1 && this.draw() >= fault.probability) continue;
      fault.times -= 1;
      hit.push({ ...fault });
    }
    this.planned = this.planned.filter((fault) => fault.times > 0);
    return hit;
  }

  /** A whole number from 0 to `below` - 1, for picking the byte to corrupt. */
  pick(below: number): number {
    return Math.floor(this.draw() * below);
  }

  private draw(): number {
    return Buffer.from(this.random(4)).readUInt32BE() / 2 ** 32;
  }
}

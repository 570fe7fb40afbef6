import type { Prop } from "./prop";
import { lit, shade, type Vector } from "./shade";
import type { Stage } from "./stage";
import { cast, type Hit } from "./trace";

/** Raw picture: RGB bytes, row by row. */
export interface Exposure {
  data: Uint8Array;
  width: number;
  height: number;
}

interface Lens {
  eye: Vector;
  forward: Vector;
  right: Vector;
  up: Vector;
  /** Tangent of half the field of view, horizontally. */
  spread: number;
  light: Vector;
}

const TILE = 24;
const CALM = 0.12;
const SUBPIXELS = [
  [0.125, 0.375],
  [0.625, 0.125],
  [0.375, 0.875],
  [0.875, 0.625],
] as const;

const unit = ([x, y, z]: Vector): Vector => {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
};

function aim(stage: Stage): Lens {
  const { target, height, around, distance, width } = stage.camera;
  const h = (height * Math.PI) / 180;
  const a = (around * Math.PI) / 180;
  const back: Vector = [Math.cos(h) * Math.sin(a), Math.sin(h), Math.cos(h) * Math.cos(a)];
  return {
    eye: [
      target[0] + back[0] * distance,
      target[1] + back[1] * distance,
      target[2] + back[2] * distance,
    ],
    forward: [-back[0], -back[1], -back[2]],
    right: [Math.cos(a), 0, -Math.sin(a)],
    up: [-Math.sin(h) * Math.sin(a), Math.cos(h), -Math.sin(h) * Math.cos(a)],
    spread: width / 2 / distance,
    light: unit(stage.light ?? [-0.62, 0.78, -0.2]),
  };
}

/** Film curve: linear light to a display byte, soft in the highlights. */
function develop(value: number): number {
  const v = Math.max(0, value);
  const film = (v * (2.51 * v + 0.03)) / (v * (2.43 * v + 0.59) + 0.14);
  const display = film <= 0.0031308 ? film * 12.92 : 1.055 * film ** (1 / 2.4) - 0.055;
  return Math.min(255, Math.max(0, display * 255));
}

/** Takes the picture of a stage at the given size in pixels. */
export class Exposer {
  private readonly lens: Lens;
  private readonly hit: Hit = { t: 0, prop: null };
  private readonly pixel: [number, number, number] = [0, 0, 0];
  private readonly gain: number;

  constructor(
    private readonly stage: Stage,
    private readonly width: number,
    private readonly height: number,
  ) {
    this.lens = aim(stage);
    this.gain = 0.56 * (stage.exposure ?? 1);
  }

  private ray(px: number, py: number): Vector {
    const { forward, right, up, spread } = this.lens;
    const u = ((px / this.width) * 2 - 1) * spread;
    const v = ((this.height - 2 * py) / this.width) * spread;
    return unit([
      forward[0] + right[0] * u + up[0] * v,
      forward[1] + right[1] * u + up[1] * v,
      forward[2] + right[2] * u + up[2] * v,
    ]);
  }

  private sample(px: number, py: number, visible: readonly Prop[]): void {
    const { eye, light } = this.lens;
    const view = this.ray(px, py);
    cast(visible, eye[0], eye[1], eye[2], view[0], view[1], view[2], this.hit);
    shade(this.stage, this.stage.props, this.hit, eye, view, light);
    // The film curve deepens colours; a little grey mixed in keeps prints and glazes calm.
    const grey = (0.26 * lit.r + 0.62 * lit.g + 0.12 * lit.b) * CALM;
    this.pixel[0] = develop((lit.r * (1 - CALM) + grey) * this.gain);
    this.pixel[1] = develop((lit.g * (1 - CALM) + grey) * this.gain);
    this.pixel[2] = develop((lit.b * (1 - CALM) + grey) * this.gain);
  }

  /** Props whose bounding sphere can show in a tile, judged by a cone around its middle ray. */
  private inTile(tx: number, ty: number): Prop[] {
    const { eye, spread } = this.lens;
    const view = this.ray(tx + TILE / 2, ty + TILE / 2);
    const cone = (TILE * 1.5 * spread) / this.width;
    return this.stage.props.filter((prop) => {
      const [x, y, z] = [prop.bx - eye[0], prop.by - eye[1], prop.bz - eye[2]];
      const along = x * view[0] + y * view[1] + z * view[2];
      const aside = Math.sqrt(Math.max(0, x * x + y * y + z * z - along * along));
      return aside < prop.reach + cone * along;
    });
  }

  private fillTile(data: Float32Array, tx: number, ty: number, again: Uint8Array | null): void {
    const visible = this.inTile(tx, ty);
    const right = Math.min(this.width, tx + TILE);
    const bottom = Math.min(this.height, ty + TILE);
    for (let y = ty; y < bottom; y += 1)
      for (let x = tx; x < right; x += 1) {
        const at = y * this.width + x;
        if (again) {
          if (again[at]) this.refine(data, at * 3, x, y, visible);
          continue;
        }
        this.sample(x + 0.5, y + 0.5, visible);
        data.set(this.pixel, at * 3);
      }
  }

  private refine(
    data: Float32Array,
    at: number,
    x: number,
    y: number,
    visible: readonly Prop[],
  ): void {
    let [r, g, b] = [0, 0, 0];
    for (const [dx, dy] of SUBPIXELS) {
      this.sample(x + dx, y + dy, visible);
      r += this.pixel[0] / 4;
      g += this.pixel[1] / 4;
      b += this.pixel[2] / 4;
    }
    data[at] = r;
    data[at + 1] = g;
    data[at + 2] = b;
  }

  private tiles(data: Float32Array, again: Uint8Array | null): void {
    for (let ty = 0; ty < this.height; ty += TILE)
      for (let tx = 0; tx < this.width; tx += TILE) this.fillTile(data, tx, ty, again);
  }

  /** Marks pixels that differ from a neighbour by more than `contrast` grey levels. */
  private edges(data: Float32Array, contrast: number): Uint8Array {
    const marks = new Uint8Array(this.width * this.height);
    const tone = (at: number): number =>
      0.3 * (data[at * 3] ?? 0) + 0.6 * (data[at * 3 + 1] ?? 0) + 0.1 * (data[at * 3 + 2] ?? 0);
    for (let at = this.width; at < marks.length; at += 1) {
      const here = tone(at);
      for (const other of [at - 1, at - this.width])
        if (Math.abs(here - tone(other)) > contrast) {
          marks[at] = 1;
          marks[other] = 1;
        }
    }
    return marks;
  }

  /** First pass one ray a pixel, second pass four where neighbours differ. */
  expose(): Exposure {
    const data = new Float32Array(this.width * this.height * 3);
    this.tiles(data, null);
    this.tiles(data, this.edges(data, 11));
    return { data: Uint8Array.from(data), width: this.width, height: this.height };
  }
}

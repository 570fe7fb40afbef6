/** Deterministic value in [0, 1) for an integer lattice point and a seed. */
export function hash(ix: number, iy: number, iz: number, seed = 0): number {
  let h = Math.imul(ix, 374761393) ^ Math.imul(iy, 668265263) ^ Math.imul(iz, 2147483647 - 61);
  h = Math.imul(h ^ (h >>> 13) ^ Math.imul(seed + 1, 1274126177), 1103515245);
  h = Math.imul(h ^ (h >>> 15), 2246822519);
  return ((h ^ (h >>> 13)) >>> 0) / 4294967296;
}

const fade = (t: number): number => t * t * (3 - 2 * t);
const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

// Not a closure inside noise(): it runs a hundred million times.
function row(ix: number, iy: number, iz: number, seed: number, u: number): number {
  return mix(hash(ix, iy, iz, seed), hash(ix + 1, iy, iz, seed), u);
}

/** Smooth value noise in [0, 1) over three dimensions. */
export function noise(x: number, y: number, z: number, seed = 0): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const iz = Math.floor(z);
  const u = fade(x - ix);
  const v = fade(y - iy);
  const w = fade(z - iz);
  const near = mix(row(ix, iy, iz, seed, u), row(ix, iy + 1, iz, seed, u), v);
  const far = mix(row(ix, iy, iz + 1, seed, u), row(ix, iy + 1, iz + 1, seed, u), v);
  return mix(near, far, w);
}

/** Sum of octaves of value noise, again in about [0, 1). */
export function clouds(x: number, y: number, z: number, octaves = 4, seed = 0): number {
  let sum = 0;
  let weight = 0.5;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += weight * noise(x * scale, y * scale, z * scale, seed + octave);
    weight *= 0.5;
    scale *= 2.03;
  }
  return sum / (1 - 0.5 ** octaves);
}

/** A seeded stream of numbers in [0, 1): the same seed always gives the same picture. */
export function seededStream(seed: number): () => number {
  let step = 0;
  return () => {
    step += 1;
    return hash(step, seed, step * 7 + 3, seed);
  };
}

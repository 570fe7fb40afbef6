export const dynamic = "force-static";

/** The least that a prerendered page of this build can be: what the landing is measured against. */
export default function BarePage() {
  return <h1>Renhe</h1>;
}

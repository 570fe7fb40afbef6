import { notFound } from "next/navigation";

/** Whatever the shop has no page for is its own 404, in its own dress. */
export default function UnknownPage() {
  notFound();
}

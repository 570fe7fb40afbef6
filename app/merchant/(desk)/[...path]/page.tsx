import { notFound } from "next/navigation";

/** Addresses that no page answers get the dashboard's own 404, in its frame and language. */
export default function UnknownPage() {
  notFound();
}

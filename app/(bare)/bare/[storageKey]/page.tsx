import { notFound } from "next/navigation";
import { Picture } from "@/components/phone/picture";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** The bare page with one stored picture: what the product page's weight is measured against. */
export default async function BarePicturePage({
  params,
}: {
  params: Promise<{ storageKey: string }>;
}) {
  const { storageKey } = await params;
  if (!/^[0-9a-f]{64}$/.test(storageKey)) notFound();
  const picture = { storageKey, width: 1200, height: 1200, color: "#eeeeee", alt: "Renhe" };
  return (
    <>
      <style>{"img{display:block;width:100%;height:auto}"}</style>
      <h1>Renhe</h1>
      <Picture picture={picture} sizes="(min-width: 480px) 480px, 100vw" eager />
    </>
  );
}

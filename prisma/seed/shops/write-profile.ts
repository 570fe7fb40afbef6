import type { MerchantTx } from "@/lib/db/in-merchant";
import type { OpenShop } from "@/prisma/seed/shops/open-shop";

/** What the shop says about itself. */
export async function writeProfile(
  tx: MerchantTx,
  { merchantId, demo: { seed } }: OpenShop,
  pictures: ReadonlyMap<string, string>,
): Promise<void> {
  const { slogan, story, servicePhone, returnRules } = seed;
  await tx.merchantProfile.update({
    where: { merchantId },
    data: {
      slogan,
      story: story.join("\n"),
      servicePhone,
      companyName: licenceLine(seed.licence, "名称"),
      licenceNo: licenceLine(seed.licence, "统一社会信用代码"),
      foodLicenceNo: licenceLine(seed.licence, "食品经营许可证编号"),
      returnRules: returnRules.join("\n"),
      logoPictureId: pictures.get(seed.logo) ?? null,
      bannerPictureId: pictures.get(seed.banner) ?? null,
    },
  });
}

/** The value of the line that begins with `label`; empty where there is none. */
function licenceLine(lines: readonly string[], label: string): string {
  const line = lines.find((candidate) => candidate.startsWith(label));
  return line?.slice(label.length).replace(/^[::]/, "") ?? "";
}

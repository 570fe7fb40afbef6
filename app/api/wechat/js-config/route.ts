import { type NextRequest, NextResponse } from "next/server";
import { merchantOfRequest } from "@/features/merchants/gate";
import { signSharePage } from "@/features/sharing/queries/sign-share-page";
import { systemClock } from "@/lib/clock/now";
import { AppError } from "@/lib/errors/app-error";
import { mallText } from "@/lib/i18n/mall-text";
import { secureRandom } from "@/lib/ids/random-code";

/** GET ?url=: the configuration of WeChat's JS-SDK for one page of this shop. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const shop = await merchantOfRequest(request);
  const url = request.nextUrl.searchParams.get("url") ?? "";
  if (!shop) return sentence("foreignHost", 404);
  try {
    const signed = await signSharePage(shop, url, { now: systemClock(), random: secureRandom });
    if (signed.ok) {
      return NextResponse.json(signed.config, { headers: { "cache-control": "no-store" } });
    }
    return signed.reason === "foreign_host"
      ? sentence("foreignHost", 404)
      : sentence("unavailable", 502);
  } catch (error) {
    if (error instanceof AppError) return sentence("unavailable", 502);
    throw error;
  }
}

function sentence(key: "foreignHost" | "unavailable", status: number): NextResponse {
  const message = mallText(`distribution.jsConfig.${key}`);
  return NextResponse.json({ message }, { status, headers: { "cache-control": "no-store" } });
}

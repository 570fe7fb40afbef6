import type { Metadata } from "next";
import { loadDistributor, parseBefore } from "@/app/(mall)/load-distributor";
import { listFriends } from "@/features/bindings/queries/list-friends";
import { FriendItem } from "@/features/distributors/components/friend-item";
import { PagedList } from "@/features/distributors/components/paged-list";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

const pageSize = 30;

export const metadata: Metadata = { title: mallText("distribution.friends.title") };

export default async function FriendsPage({
  params,
  searchParams,
}: {
  params: Promise<{ host: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}) {
  const { customer, distributor } = await loadDistributor(
    (await params).host,
    "/distribute/friends",
  );
  const { merchantId } = customer;
  const { distributorId } = distributor;
  const before = parseBefore((await searchParams).before);
  const now = systemClock();
  const page = { merchantId, distributorId, now, limit: pageSize, ...(before ? { before } : {}) };
  const friends = await inMerchant(merchantId, (tx) => listFriends(tx, page));
  const last = friends.length === pageSize ? friends.at(-1) : undefined;
  return (
    <PagedList
      title={mallText("distribution.friends.title")}
      path="/distribute/friends"
      icon="people"
      empty={{
        title: mallText("distribution.friends.empty"),
        hint: mallText("distribution.friends.emptyHint"),
      }}
      older={{ label: mallText("distribution.friends.more"), before: last?.boundAt ?? null }}
      rows={friends.map((friend) => <FriendItem key={friend.bindingId} friend={friend} />)}
    />
  );
}

import { ButtonLink } from "@/components/phone/button";
import { EmptyState } from "@/components/phone/empty-state";
import { PageShell } from "@/components/phone/page-shell";
import { TabBar } from "@/components/phone/tab-bar";
import { mallText } from "@/lib/i18n/mall-text";

export default function NotFound() {
  return (
    <PageShell bottom={<TabBar current={null} />}>
      <h1 className="sr-only">{mallText("mall.not_found.title")}</h1>
      <EmptyState
        icon="leaf"
        title={mallText("mall.not_found.title")}
        hint={mallText("mall.not_found.hint")}
      >
        <ButtonLink href="/">{mallText("mall.common.home")}</ButtonLink>
        <ButtonLink href="/search" look="quiet">
          {mallText("mall.search.label")}
        </ButtonLink>
      </EmptyState>
    </PageShell>
  );
}

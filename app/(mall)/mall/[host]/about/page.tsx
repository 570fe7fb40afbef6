import type { Metadata } from "next";
import type { ReactNode } from "react";
import { loadShop } from "@/app/(mall)/load-shop";
import { ButtonLink } from "@/components/phone/button";
import { Card } from "@/components/phone/card";
import { ListRow } from "@/components/phone/list-row";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { ShopFooter } from "@/components/phone/shop-footer";
import { ReportLink } from "@/features/reports/components/report-link";
import { mallText } from "@/lib/i18n/mall-text";

export const revalidate = 30;
export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const metadata: Metadata = { title: mallText("mall.about.title") };

export default async function AboutPage({ params }: { params: Promise<{ host: string }> }) {
  const { profile } = await loadShop((await params).host);
  const missing = mallText("mall.about.not_given");
  const facts = [
    ["company", profile.companyName],
    ["licence_no", profile.licenceNo],
    ["food_licence_no", profile.foodLicenceNo],
    ["icp_no", profile.icpNo],
  ] as const;
  return (
    <PageShell
      className="pb-0"
      header={<PageHeader title={mallText("mall.about.title")} backHref="/" />}
    >
      <div className="space-y-9 gutter pt-6">
        {profile.story ? (
          <Section id="story" title={mallText("mall.about.story")}>
            <Paragraphs text={profile.story} />
          </Section>
        ) : null}
        <Section id="licence" title={mallText("mall.about.licence")}>
          <dl className="divide-y divide-line border-line border-y">
            {facts.map(([key, value]) => (
              <div key={key} className="py-3">
                <dt className="text-ink-faint text-sm">{mallText(`mall.about.${key}`)}</dt>
                <dd className="select-all">{value || missing}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section id="returns" title={mallText("mall.about.returns")}>
          <Paragraphs text={profile.returnRules || missing} />
        </Section>
        <Section id="privacy" title={mallText("mall.about.privacy")}>
          <Paragraphs text={profile.privacyNotice || missing} />
        </Section>
        <Section id="complaint" title={mallText("mall.about.complaint")}>
          <Paragraphs text={mallText("mall.about.complaint_hint")} />
          <div className="mt-4 flex flex-wrap gap-3">
            {profile.servicePhone ? (
              <ButtonLink href={`tel:${profile.servicePhone}`}>
                {mallText("mall.about.call_shop")} {profile.servicePhone}
              </ButtonLink>
            ) : null}
            <ButtonLink look="quiet" href="tel:12315">
              {mallText("mall.about.call_12315")}
            </ButtonLink>
          </div>
        </Section>
        <ReportLink />
        <Card>
          <ListRow
            icon="people"
            label={mallText("mall.about.distribute")}
            hint={mallText("mall.about.distribute_hint")}
            href="/distribute"
          />
        </Card>
      </div>
      <ShopFooter {...profile} />
    </PageShell>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id}>
      <h2 className="font-semibold text-lg">{title}</h2>
      <div className="mt-2.5">{children}</div>
    </section>
  );
}

function Paragraphs({ text }: { text: string }) {
  return (
    <div className="space-y-3 text-ink-soft leading-[1.85]">
      {text
        .split(/\n+/)
        .filter(Boolean)
        .map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
    </div>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { rebindAction } from "@/app/merchant/(desk)/customers/[customerId]/customer-actions";
import {
  erasePersonAction,
  exportPersonAction,
} from "@/app/merchant/(desk)/customers/[customerId]/person-actions";
import {
  tagCustomerAction,
  untagCustomerAction,
} from "@/app/merchant/(desk)/customers/[customerId]/tag-actions";
import { DefinitionList } from "@/components/ui/definition-list";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { BindingTimeline } from "@/features/bindings/components/dashboard-binding-timeline";
import { ClickTable } from "@/features/bindings/components/dashboard-click-table";
import { Explanation } from "@/features/bindings/components/dashboard-explanation";
import { RebindForm } from "@/features/bindings/components/dashboard-rebind-form";
import { explainBinding } from "@/features/bindings/queries/explain-binding";
import { CustomerTags } from "@/features/customers/components/dashboard-customer-tags";
import { getCustomer } from "@/features/customers/queries/get-customer";
import type { StaffCustomerView } from "@/features/customers/schema";
import { listDistributorNames } from "@/features/distributors/queries/list-distributor-names";
import { ShareTreeLink } from "@/features/insights/components/dashboard-share-tree-link";
import { OrderTable } from "@/features/orders/components/dashboard-order-table";
import { listOrders } from "@/features/orders/queries/list-orders";
import { PersonData } from "@/features/persons/components/dashboard-person-data";
import { findErasure } from "@/features/persons/queries/find-erasure";
import { requireStaff } from "@/features/staff/gate";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { can, type StaffScope } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { dayText } from "@/lib/forms/day-text";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";
import { isId } from "@/lib/ids/is-id";

type Asked = { customerId: string; at: Date; now: Date };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("one") };
}

async function load({ merchantId, sessionId }: StaffScope, { customerId, at, now }: Asked) {
  return inMerchant(merchantId, async (tx) => {
    const customer = await getCustomer(tx, { merchantId, customerId, now });
    return (
      customer && {
        customer,
        ...(await explainBinding(tx, { merchantId, customerId, at })),
        orders: (await listOrders(tx, merchantId, { customerId })).orders,
        candidates: await listDistributorNames(tx, { merchantId, approvedOnly: true }),
        erasedAt: await findErasure(tx, { merchantId, customerId }),
        isSteppedUp: await hasSteppedUp(tx, { merchantId, sessionId, now }),
      }
    );
  });
}

/** The end of the day that was asked for, or now while the day lasts. */
async function momentAsked(searchParams: SearchParams, now: Date) {
  const today = shanghaiDay(now);
  const { on } = z.object({ on: dayText }).safeParse(await searchValues(searchParams)).data ?? {};
  const day = on && on < today ? on : today;
  const at = day === today ? now : new Date(shanghaiDayRange(day).to.getTime() - 1);
  return { today, day, at };
}

export default async function CustomerPage({
  params,
  searchParams,
}: {
  params: Promise<{ customerId: string }>;
  searchParams: SearchParams;
}) {
  const staff = await requireStaff("customer.read");
  const { customerId } = await params;
  const text = await getTranslations("customers");
  const now = systemClock();
  const { today, day, at } = await momentAsked(searchParams, now);
  const found = isId(customerId) ? await load(staff, { customerId, at, now }) : null;
  if (!found) notFound();
  const { customer, explanation, history, orders, candidates, erasedAt, isSteppedUp } = found;
  const live = history.find(({ boundAt, validUntil }) => boundAt <= now && validUntil > now);
  return (
    <>
      <PageHeading
        title={customer.nickname || text(erasedAt ? "erased" : "unnamed")}
        back={{ href: "/merchant/customers", label: text("title") }}
      >
        <ShareTreeLink role={staff.role} customerId={customerId} />
      </PageHeading>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title={text("explain.title")}>
            <FilterBar submitLabel={text("explain.ask")}>
              <FilterField label={text("explain.day")}>
                {(id) => (
                  <input
                    id={id}
                    type="date"
                    name="on"
                    defaultValue={day}
                    max={today}
                    className={inputLook}
                  />
                )}
              </FilterField>
            </FilterBar>
            <Explanation explanation={explanation} />
          </Panel>
          <Panel title={text("clicks.title")} hint={text("clicks.hint")}>
            <ClickTable clicks={explanation.clicks} />
          </Panel>
          <Panel
            title={text("ordersTitle")}
            hint={text("ordersHint")}
            corner={
              <Link
                href={`/merchant/orders?customerId=${customerId}`}
                className="text-sm text-leaf hover:underline"
              >
                {text("allOrders")}
              </Link>
            }
          >
            <OrderTable orders={orders} isFiltered={false} />
          </Panel>
        </div>
        <div className="grid min-w-0 gap-4">
          <Panel title={text("person")}>
            <DefinitionList
              entries={[
                [text("phone"), customer.phone || "—"],
                [text("orders"), customer.orderCount],
                [text("paid"), <Money key="paid" fen={customer.paidFen} />],
                [text("since"), <Moment key="since" at={customer.createdAt} />],
                ...(customer.ownDistributorId
                  ? [
                      [
                        text("ownDistributor"),
                        <Link
                          key="own"
                          href={`/merchant/distributors/${customer.ownDistributorId}`}
                          className="text-leaf hover:underline"
                        >
                          {text("open")}
                        </Link>,
                      ] as const,
                    ]
                  : []),
              ]}
            />
          </Panel>
          <Tags
            customer={customer}
            canWrite={can(staff.role, "customer.write") && erasedAt === null}
          />
          <Panel title={text("history.title")} hint={text("history.hint")}>
            <BindingTimeline history={history} now={now} />
          </Panel>
          {can(staff.role, "binding.write") && (
            <Panel title={text("rebind.title")} hint={text("rebind.hint")}>
              <RebindForm
                rebind={rebindAction.bind(null, customerId)}
                seenBindingId={live?.bindingId ?? null}
                candidates={candidates.filter(
                  ({ distributorId }) => distributorId !== live?.distributorId,
                )}
              />
            </Panel>
          )}
          {can(staff.role, "person.write") && (
            <Panel title={text("data.title")} hint={text("data.hint")}>
              <PersonData
                download={exportPersonAction.bind(null, customerId)}
                erase={erasePersonAction.bind(null, customerId)}
                erasedAt={erasedAt}
                isSteppedUp={isSteppedUp}
              />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

async function Tags({ customer, canWrite }: { customer: StaffCustomerView; canWrite: boolean }) {
  const text = await getTranslations("customers.tags");
  const { customerId, tags } = customer;
  return (
    <Panel title={text("title")} hint={text("hint")}>
      <CustomerTags
        tags={tags.map((tag) => ({ tag, remove: untagCustomerAction.bind(null, customerId, tag) }))}
        add={canWrite ? tagCustomerAction.bind(null, customerId) : null}
      />
    </Panel>
  );
}

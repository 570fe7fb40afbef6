import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  deleteCategoryAction,
  deleteSceneAction,
  saveCategoryAction,
  saveSceneAction,
} from "@/app/merchant/(desk)/products/shelves/shelf-actions";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { ShelfForm } from "@/features/catalogue/components/dashboard-shelf-form";
import { listShelves } from "@/features/catalogue/queries/list-shelves";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("products"))("shelves") };
}

export default async function ShelvesPage() {
  const { merchantId } = await requireStaff("product.write");
  const text = await getTranslations("products");
  const { categories, scenes } = await inMerchant(merchantId, (tx) =>
    listShelves(tx, { merchantId }),
  );
  return (
    <>
      <PageHeading
        title={text("shelves")}
        back={{ href: "/merchant/products", label: text("title") }}
        hint={text("shelvesHint")}
      />
      <div className="grid gap-4">
        <Panel title={text("category")}>
          <ul className="grid divide-y divide-line">
            {categories.map((category) => (
              <li key={category.id} className="py-4 first:pt-0">
                <p className="mb-2 text-sm text-ink-faint">
                  {text("holds", { count: category.productCount })}
                </p>
                <ShelfForm
                  nameField="name"
                  name={category.name}
                  shelf={category}
                  save={saveCategoryAction.bind(null, category.id)}
                  {...(category.productCount === 0
                    ? { remove: deleteCategoryAction.bind(null, category.id) }
                    : {})}
                />
              </li>
            ))}
            <li className="pt-4">
              <ShelfForm
                nameField="name"
                name=""
                shelf={null}
                save={saveCategoryAction.bind(null, null)}
              />
            </li>
          </ul>
        </Panel>
        <Panel title={text("scenes")}>
          <ul className="grid divide-y divide-line">
            {scenes.map((scene) => (
              <li key={scene.id} className="py-4 first:pt-0">
                <p className="mb-2 text-sm text-ink-faint">
                  {text("holds", { count: scene.productCount })}
                </p>
                <ShelfForm
                  nameField="title"
                  name={scene.title}
                  shelf={scene}
                  save={saveSceneAction.bind(null, scene.id)}
                  remove={deleteSceneAction.bind(null, scene.id)}
                />
              </li>
            ))}
            <li className="pt-4">
              <ShelfForm
                nameField="title"
                name=""
                shelf={null}
                save={saveSceneAction.bind(null, null)}
              />
            </li>
          </ul>
        </Panel>
      </div>
    </>
  );
}

import { mallText } from "@/lib/i18n/mall-text";

const links = [
  { href: "/about#licence", key: "about" },
  { href: "/about#returns", key: "returns" },
  { href: "/about#privacy", key: "privacy" },
  { href: "/about#complaint", key: "complaint" },
] as const;

/** Who runs the shop and under which licence; E-Commerce Law art. 15 wants it on the home page. */
export function ShopFooter({
  companyName,
  licenceNo,
  foodLicenceNo,
  icpNo,
}: {
  companyName: string;
  licenceNo: string;
  foodLicenceNo: string;
  icpNo: string;
}) {
  return (
    <footer className="mt-10 border-t hairline gutter pt-4 pb-6 text-center text-ink-faint text-xs leading-relaxed">
      <ul className="flex flex-wrap justify-center">
        {links.map(({ href, key }) => (
          <li key={key}>
            <a href={href} className="inline-flex min-h-11 items-center px-2.5 text-ink-soft">
              {mallText(`mall.footer.${key}`)}
            </a>
          </li>
        ))}
      </ul>
      {companyName ? <p className="mt-1">{companyName}</p> : null}
      {licenceNo ? <p>{mallText("mall.footer.licence", { number: licenceNo })}</p> : null}
      {foodLicenceNo ? (
        <p>{mallText("mall.footer.food_licence", { number: foodLicenceNo })}</p>
      ) : null}
      {icpNo ? (
        <p>
          <a
            href="https://beian.miit.gov.cn/"
            rel="noopener noreferrer"
            className="inline-flex min-h-11 items-center px-3"
          >
            {icpNo}
          </a>
        </p>
      ) : null}
    </footer>
  );
}

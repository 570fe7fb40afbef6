import { Button } from "@/components/phone/button";
import { Card } from "@/components/phone/card";
import { Icon } from "@/components/phone/icon";
import { mallText } from "@/lib/i18n/mall-text";

/** Who is signed in; and, where the person has not told yet, a button that says what for before it asks. */
export function ProfileCard({ profile }: { profile: { nickname: string; avatarUrl: string } }) {
  const { nickname, avatarUrl } = profile;
  return (
    <Card className="p-5">
      <div className="flex items-center gap-4">
        {avatarUrl ? (
          <picture className="block size-14 overflow-hidden rounded-full bg-sunken">
            <img
              src={avatarUrl}
              alt=""
              width={56}
              height={56}
              referrerPolicy="no-referrer"
              className="size-full object-cover"
            />
          </picture>
        ) : (
          <span className="grid size-14 place-items-center rounded-full bg-leaf-soft text-leaf">
            <Icon name="person" className="size-7" />
          </span>
        )}
        <div className="min-w-0">
          <p className="font-semibold text-lg">{nickname || mallText("distribution.me.guest")}</p>
          <p className="text-ink-faint text-sm">{mallText("distribution.me.joined")}</p>
        </div>
      </div>
      {nickname ? null : (
        <form
          method="post"
          action="/api/wechat/oauth/start"
          className="mt-4 border-t hairline pt-4"
        >
          <input type="hidden" name="returnTo" value="/me" />
          <p className="font-medium">{mallText("distribution.me.profileTitle")}</p>
          <p className="mt-1 text-ink-soft text-sm">{mallText("distribution.me.profileWhy")}</p>
          <Button type="submit" look="outline" className="mt-3">
            {mallText("distribution.me.profileAsk")}
          </Button>
        </form>
      )}
    </Card>
  );
}

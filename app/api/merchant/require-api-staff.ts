import { currentStaff } from "@/features/staff/gate";
import { can, type Permission, type StaffScope } from "@/features/staff/schema";

/**
 * Who asks a dashboard's API route, or the answer to send instead. What changes something must come
 * from our own pages: the browser says so itself.
 */
export async function requireApiStaff(
  request: Request,
  permission: Permission,
): Promise<{ staff: StaffScope } | { refusal: Response }> {
  const staff = await currentStaff();
  if (!staff) return { refusal: Response.json({ reason: "not_signed_in" }, { status: 401 }) };
  if (!can(staff.role, permission) || isForeign(request)) {
    return { refusal: Response.json({ reason: "not_found" }, { status: 404 }) };
  }
  return { staff };
}

/** A request of another site; GET is a plain link and changes nothing. */
function isForeign(request: Request): boolean {
  if (request.method === "GET") return false;
  const origin = request.headers.get("origin");
  return (
    origin === null || !URL.canParse(origin) || new URL(origin).host !== request.headers.get("host")
  );
}

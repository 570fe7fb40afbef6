import type { ReceiverView } from "@/features/orders/schema";

/** Who gets the parcel, as the order has frozen it. */
export function toReceiverView(row: {
  receiverName: string;
  receiverPhone: string;
  province: string;
  city: string;
  district: string;
  addressDetail: string;
}): ReceiverView {
  const { receiverName, receiverPhone, province, city, district, addressDetail } = row;
  return {
    name: receiverName,
    phone: receiverPhone,
    province,
    city,
    district,
    detail: addressDetail,
  };
}

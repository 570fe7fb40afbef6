/** A phone number as lists show it: 138****8000. What is no phone number stays as it is. */
export function maskPhone(phone: string): string {
  return phone.replace(/^(\d{3})\d+(\d{4})$/, "$1****$2");
}

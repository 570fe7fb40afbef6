const ofTheForm =
  "follows from what stands in the form, not from facts: forecast.desktop.spec compares a plan worked out by hand";

/** The metrics for which no plain question is compared with a page, and why. */
export const notCompared: Record<string, string> = {
  forecastPeople: ofTheForm,
  forecastOrders: ofTheForm,
  forecastSales: ofTheForm,
  forecastGrossProfit: ofTheForm,
  forecastStock: ofTheForm,
  forecastCommission: ofTheForm,
  forecastMargin: ofTheForm,
  forecastBreakEven: ofTheForm,
};

import { areaList } from "@vant/area-data";

/** A province, city or district with its six-digit code of GB/T 2260. */
export type Region = { code: string; name: string };

const provinces = toRegions(areaList.province_list);
const cities = toRegions(areaList.city_list);
const districts = toRegions(areaList.county_list);

/**
 * The regions directly below a code: all provinces for null, cities below a province, districts below
 * a city. Empty for a code that is unknown or has nothing below it.
 */
export function listRegions(parentCode: string | null): readonly Region[] {
  if (parentCode === null) return provinces;
  if (/^\d\d0000$/.test(parentCode)) return below(cities, parentCode.slice(0, 2));
  if (/^\d{4}00$/.test(parentCode)) return below(districts, parentCode.slice(0, 4));
  return [];
}

/**
 * The names of a region down to its lowest level; null for a code that is unknown, or not the lowest
 * level: an address in "浙江省" cannot be delivered. A few cities have no districts and are lowest.
 */
export function findRegion(
  code: string,
): { code: string; province: string; city: string; district: string } | null {
  const province = areaList.province_list[`${code.slice(0, 2)}0000`];
  const city = areaList.city_list[`${code.slice(0, 4)}00`];
  if (!province || !city) return null;
  const isCity = code.endsWith("00");
  if (isCity && (code.length !== 6 || listRegions(code).length > 0)) return null;
  const district = isCity ? "" : areaList.county_list[code];
  return district === undefined ? null : { code, province, city, district };
}

function toRegions(list: Record<string, string>): readonly Region[] {
  return Object.entries(list).map(([code, name]) => ({ code, name }));
}

function below(regions: readonly Region[], prefix: string): readonly Region[] {
  return regions.filter(({ code }) => code.startsWith(prefix));
}

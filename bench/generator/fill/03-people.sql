-- Everybody who ever came, in the order of their first visit. Every third of them signed in, every fifth
-- customer wants to distribute.
create table testing.region (place int, code text, province text, city text, district text, weight int);
insert into testing.region values
  (0, '110105', '北京市', '北京市', '朝阳区', 22), (1, '120101', '天津市', '天津市', '和平区', 14),
  (2, '130102', '河北省', '石家庄市', '长安区', 75), (3, '140105', '山西省', '太原市', '小店区', 35),
  (4, '150102', '内蒙古自治区', '呼和浩特市', '新城区', 24), (5, '210102', '辽宁省', '沈阳市', '和平区', 43),
  (6, '220102', '吉林省', '长春市', '南关区', 24), (7, '230102', '黑龙江省', '哈尔滨市', '道里区', 32),
  (8, '310101', '上海市', '上海市', '黄浦区', 25), (9, '320102', '江苏省', '南京市', '玄武区', 85),
  (10, '330106', '浙江省', '杭州市', '西湖区', 64), (11, '340102', '安徽省', '合肥市', '瑶海区', 61),
  (12, '350102', '福建省', '福州市', '鼓楼区', 41), (13, '360102', '江西省', '南昌市', '东湖区', 45),
  (14, '370102', '山东省', '济南市', '历下区', 101), (15, '410102', '河南省', '郑州市', '中原区', 99),
  (16, '420102', '湖北省', '武汉市', '江岸区', 58), (17, '430102', '湖南省', '长沙市', '芙蓉区', 66),
  (18, '440103', '广东省', '广州市', '荔湾区', 126), (19, '450102', '广西壮族自治区', '南宁市', '兴宁区', 50),
  (20, '460105', '海南省', '海口市', '秀英区', 10), (21, '500103', '重庆市', '重庆市', '渝中区', 32),
  (22, '510104', '四川省', '成都市', '锦江区', 84), (23, '520102', '贵州省', '贵阳市', '南明区', 38),
  (24, '530102', '云南省', '昆明市', '五华区', 47), (25, '540102', '西藏自治区', '拉萨市', '城关区', 4),
  (26, '610102', '陕西省', '西安市', '新城区', 39), (27, '620102', '甘肃省', '兰州市', '城关区', 25),
  (28, '630102', '青海省', '西宁市', '城东区', 6), (29, '640104', '宁夏回族自治区', '银川市', '兴庆区', 7),
  (30, '650102', '新疆维吾尔自治区', '乌鲁木齐市', '天山区', 26);

create unlogged table testing.person as
with seen as materialized (
  select p, d.day, testing.moment(s.since, d.day, 11, p) as at
  from testing.scale s cross join testing.day d
  cross join lateral generate_series(floor(d.people_from * s.people)::int, floor(d.people_to * s.people)::int - 1) p
)
select p, testing.id(16, p) as visitor_id, seen.day, seen.at as seen_at, p % 3 = 0 as is_customer,
  case when p % 3 = 0 then testing.id(17, p) end as customer_id,
  -- Most sign in during their first visit, the others within three days.
  case when p % 3 = 0 then least(s.until_at - interval '1 second', seen.at + testing.draw(14, p)
    * case when testing.draw(13, p) < 0.7 then interval '20 minutes' else interval '3 days' end) end::timestamptz(3) as joined_at,
  p % 15 = 0 as asks, width_bucket(testing.draw(15, p), x.shares) as region
from seen cross join testing.scale s
cross join (select array_agg(share order by place) as shares from (
  select place, sum(weight) over (order by place) / (sum(weight) over ())::float8 as share from testing.region) r where place < 30) x;
create unique index on testing.person (p);

-- How many people there were when a day began.
create table testing.crowd as
select d.day, coalesce(sum(a.n) over (order by d.day rows between unbounded preceding and 1 preceding), 0)::int as people
from testing.day d left join (select day, count(*) as n from testing.person group by day) a on a.day = d.day;

insert into customer (merchant_id, id, nickname, created_at)
select s.merchant_id, p.customer_id, '顾客 ' || p.p / 3, p.joined_at from testing.person p, testing.scale s
where p.is_customer order by p.p;
insert into wechat_identity (merchant_id, app_id, open_id, customer_id, created_at)
select s.merchant_id, w.app_id, 'bench' || p.p, p.customer_id, p.joined_at
from testing.person p, testing.scale s join merchant_wechat w on w.merchant_id = s.merchant_id
where p.is_customer order by p.p;
insert into visitor (merchant_id, id, customer_id, first_seen_at, joined_at)
select s.merchant_id, p.visitor_id, p.customer_id, p.seen_at, p.joined_at from testing.person p, testing.scale s
order by p.p;

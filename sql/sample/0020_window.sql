-- Windows and opening hours of the sample city's centre.
INSERT INTO service_group (code, name, summary, serve_min, bookable, position) VALUES
('A', '综合受理', '食品、卫生、货运等许可的收件和受理', 20, 1, 1),
('B', '企业开办', '个体工商户登记，开办餐饮店“一件事”', 15, 1, 2),
('C', '社会民生', '残疾人证、老年人优待证', 15, 1, 3),
('E', '工程建设', '建筑工程施工许可', 30, 1, 4),
('F', '出件领证', '领取办好的证件和文书', 6, 0, 5),
('Z', '咨询帮办', '不知道找谁、不会填，先到这里', 8, 0, 6);

INSERT INTO group_matter (matter_code, group_code) VALUES
('11410599MBXX00019J4000131901001', 'A'),
('11410599MBXX00027D4000123909001', 'A'),
('11410599MBXX0003584000118902001', 'A'),
('11410599MBXX00019J4000731901001', 'B'),
('11410599MBXX00019J4000131902001', 'B'),
('13410599MBXX00043W4002021901001', 'C'),
('11410599MBXX00051X4002011901001', 'C'),
('11410599MBXX00060U4000117901001', 'E');

INSERT INTO service_window (code, name, kind, zone, position) VALUES
('A01', '综合受理', 'undifferentiated', '一楼综合服务区', 1),
('A02', '综合受理', 'undifferentiated', '一楼综合服务区', 2),
('A05', '综合受理', 'undifferentiated', '一楼综合服务区', 3),
('A07', '综合受理', 'undifferentiated', '一楼综合服务区', 4),
('A08', '企业开办', 'by_field', '一楼企业服务区', 5),
('A09', '企业开办', 'by_field', '一楼企业服务区', 6),
('A13', '“一件事”专窗', 'one_thing', '一楼企业服务区', 7),
('A11', '社会民生', 'by_field', '一楼社会民生区', 8),
('A12', '无障碍、老年人优先', 'all_round', '一楼社会民生区', 9),
('B01', '工程建设', 'topic', '二楼工程建设区', 10),
('B02', '工程建设', 'topic', '二楼工程建设区', 11),
('C01', '统一出件', 'issue', '二楼出件区', 12),
('C02', '潮汐窗口', 'tidal', '二楼出件区', 13),
('Z01', '咨询导办', 'enquiry', '一楼综合服务区', 14);

INSERT INTO window_group (window_code, group_code) VALUES
('A01', 'A'), ('A02', 'A'), ('A05', 'A'), ('A07', 'A'),
('A08', 'B'), ('A09', 'B'), ('A13', 'B'),
('A11', 'C'), ('A12', 'A'), ('A12', 'C'), ('A12', 'F'),
('B01', 'E'), ('B02', 'E'),
('C01', 'F'), ('C02', 'A'), ('C02', 'B'), ('C02', 'F'),
('Z01', 'Z');

INSERT INTO opening (group_code, weekday, from_min, until_min, slot_min, places, from_day)
SELECT g.code, d.weekday, s.from_min, s.until_min, 30, g.places, '2020-01-01'
FROM (SELECT 'A' AS code, 6 AS places UNION SELECT 'B', 5 UNION SELECT 'C', 4 UNION SELECT 'E', 2 UNION SELECT 'F', 0
  UNION SELECT 'Z', 0) AS g
JOIN (SELECT 1 AS weekday UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) AS d
JOIN (SELECT 540 AS from_min, 720 AS until_min UNION SELECT 810, 1020) AS s;

-- A department of another district: what the city's window receives for that district and this power goes to it (REV-7).
INSERT INTO dept (code, number, uscc, name, short_name, phone_enquiry, phone_complaint, address, windows, reconsider_at,
  court, district, acts_for) VALUES
('market_east', 311, '11410599MBXX001172', '示例东区市场监督管理局', '东市监', '0399-5553111', '0399-5553112',
  '示例东区新华路8号', '示例东区政务服务中心A01', '示例东区人民政府', '示例东区人民法院', '示例东区', 'market');

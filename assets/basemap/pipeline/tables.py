"""Tables written by hand for this map: own work, plain facts, from no one's data."""

# Seas and oceans: name, Chinese, longitude, latitude, first tile zoom, kind. The widest ones have a name on each side.
SEAS = [
    ("Pacific Ocean", "太平洋", -150.0, 5.0, 0, "ocean"),
    ("Pacific Ocean", "太平洋", 165.0, 22.0, 3, "ocean"),
    ("Atlantic Ocean", "大西洋", -38.0, 28.0, 0, "ocean"),
    ("Atlantic Ocean", "大西洋", -15.0, -28.0, 1, "ocean"),
    ("Indian Ocean", "印度洋", 78.0, -22.0, 0, "ocean"),
    ("Arctic Ocean", "北冰洋", -160.0, 77.0, 1, "ocean"),
    ("Southern Ocean", "南冰洋", 40.0, -61.0, 1, "ocean"),
    ("South China Sea", "南海", 114.5, 14.5, 2, "sea"),
    ("East China Sea", "东海", 125.2, 29.0, 2, "sea"),
    ("Yellow Sea", "黄海", 123.2, 35.4, 3, "sea"),
    ("Bohai Sea", "渤海", 119.7, 38.6, 4, "sea"),
    ("Taiwan Strait", "台湾海峡", 119.3, 24.2, 4, "strait"),
    ("Gulf of Tonkin", "北部湾", 107.7, 19.6, 4, "bay"),
    ("Philippine Sea", "菲律宾海", 132.5, 19.5, 2, "sea"),
    ("Sea of Japan", "日本海", 135.2, 39.9, 2, "sea"),
    ("Sea of Okhotsk", "鄂霍次克海", 149.5, 54.5, 2, "sea"),
    ("Bering Sea", "白令海", -177.0, 58.5, 2, "sea"),
    ("Bay of Bengal", "孟加拉湾", 88.5, 14.5, 2, "bay"),
    ("Andaman Sea", "安达曼海", 95.8, 11.0, 3, "sea"),
    ("Arabian Sea", "阿拉伯海", 64.5, 15.0, 2, "sea"),
    ("Gulf of Thailand", "泰国湾", 101.6, 9.8, 3, "bay"),
    ("Java Sea", "爪哇海", 110.8, -5.2, 3, "sea"),
    ("Celebes Sea", "苏拉威西海", 122.0, 3.6, 3, "sea"),
    ("Banda Sea", "班达海", 127.0, -5.6, 3, "sea"),
    ("Sulu Sea", "苏禄海", 119.9, 8.5, 3, "sea"),
    ("Timor Sea", "帝汶海", 127.3, -11.0, 3, "sea"),
    ("Arafura Sea", "阿拉弗拉海", 135.5, -9.6, 3, "sea"),
    ("Coral Sea", "珊瑚海", 153.5, -16.5, 2, "sea"),
    ("Tasman Sea", "塔斯曼海", 160.5, -38.0, 2, "sea"),
    ("Great Australian Bight", "大澳大利亚湾", 130.5, -34.6, 3, "bay"),
    ("Persian Gulf", "波斯湾", 51.6, 27.0, 3, "bay"),
    ("Red Sea", "红海", 38.0, 20.6, 3, "sea"),
    ("Gulf of Aden", "亚丁湾", 48.6, 12.5, 3, "bay"),
    ("Mozambique Channel", "莫桑比克海峡", 41.5, -18.5, 3, "strait"),
    ("Caspian Sea", "里海", 50.6, 41.6, 2, "sea"),
    ("Black Sea", "黑海", 34.4, 43.3, 2, "sea"),
    ("Mediterranean Sea", "地中海", 18.6, 34.6, 2, "sea"),
    ("Adriatic Sea", "亚得里亚海", 15.6, 43.0, 4, "sea"),
    ("Aegean Sea", "爱琴海", 25.0, 38.6, 4, "sea"),
    ("Tyrrhenian Sea", "第勒尼安海", 12.2, 40.0, 4, "sea"),
    ("Ionian Sea", "伊奥尼亚海", 18.9, 38.1, 4, "sea"),
    ("Baltic Sea", "波罗的海", 19.2, 57.0, 3, "sea"),
    ("Gulf of Bothnia", "波的尼亚湾", 20.0, 62.4, 4, "bay"),
    ("North Sea", "北海", 3.4, 56.4, 2, "sea"),
    ("Norwegian Sea", "挪威海", 3.0, 67.0, 2, "sea"),
    ("Barents Sea", "巴伦支海", 38.5, 73.6, 2, "sea"),
    ("Kara Sea", "喀拉海", 71.0, 76.0, 3, "sea"),
    ("Laptev Sea", "拉普捷夫海", 126.0, 75.6, 3, "sea"),
    ("East Siberian Sea", "东西伯利亚海", 160.0, 73.0, 3, "sea"),
    ("Greenland Sea", "格陵兰海", -6.0, 76.0, 3, "sea"),
    ("Labrador Sea", "拉布拉多海", -53.5, 58.0, 2, "sea"),
    ("Hudson Bay", "哈得孙湾", -85.5, 59.6, 2, "bay"),
    ("Baffin Bay", "巴芬湾", -66.5, 73.0, 3, "bay"),
    ("Beaufort Sea", "波弗特海", -138.0, 71.6, 3, "sea"),
    ("Gulf of Alaska", "阿拉斯加湾", -146.0, 57.4, 3, "bay"),
    ("Gulf of Mexico", "墨西哥湾", -90.6, 25.2, 2, "bay"),
    ("Caribbean Sea", "加勒比海", -75.2, 15.0, 2, "sea"),
    ("Sargasso Sea", "马尾藻海", -63.0, 30.0, 3, "sea"),
    ("Gulf of California", "加利福尼亚湾", -111.6, 27.2, 4, "bay"),
    ("Gulf of Guinea", "几内亚湾", 3.2, 2.2, 2, "bay"),
    ("Bay of Biscay", "比斯开湾", -4.8, 45.3, 3, "bay"),
    ("English Channel", "英吉利海峡", -2.3, 49.95, 5, "strait"),
    ("Irish Sea", "爱尔兰海", -4.9, 53.8, 5, "sea"),
    ("Scotia Sea", "斯科舍海", -46.0, -57.5, 3, "sea"),
    ("Weddell Sea", "威德尔海", -42.0, -72.0, 3, "sea"),
    ("Ross Sea", "罗斯海", -175.0, -75.5, 3, "sea"),
    ("Wadden Sea", "瓦登海", 5.25, 53.27, 6, "sea"),
]

# First-order divisions with a label, by country: name, Chinese, longitude, latitude, first tile zoom.
REGIONS = {
    "CN": [
        ("Xinjiang", "新疆", 85.0, 41.4, 3), ("Tibet", "西藏", 87.6, 31.6, 3), ("Qinghai", "青海", 95.9, 35.6, 3),
        ("Inner Mongolia", "内蒙古", 112.6, 42.6, 3), ("Gansu", "甘肃", 97.6, 40.3, 4),
        ("Sichuan", "四川", 102.7, 30.9, 3), ("Yunnan", "云南", 101.6, 24.5, 3), ("Guizhou", "贵州", 108.3, 27.3, 4),
        ("Guangxi", "广西", 108.6, 23.85, 4), ("Guangdong", "广东", 113.9, 23.95, 4),
        ("Hainan", "海南", 109.75, 19.1, 4), ("Hunan", "湖南", 111.5, 27.5, 4), ("Hubei", "湖北", 112.2, 31.2, 4),
        ("Henan", "河南", 113.6, 33.75, 4), ("Shandong", "山东", 118.2, 36.15, 4), ("Shanxi", "山西", 112.2, 37.2, 4),
        ("Shaanxi", "陕西", 109.0, 35.6, 4), ("Hebei", "河北", 115.4, 38.3, 4), ("Jiangxi", "江西", 115.7, 27.5, 4),
        ("Fujian", "福建", 117.9, 26.1, 4), ("Zhejiang", "浙江", 120.1, 29.15, 4),
        ("Jiangsu", "江苏", 119.8, 33.1, 4), ("Anhui", "安徽", 117.1, 32.1, 4), ("Liaoning", "辽宁", 122.8, 41.1, 4),
        ("Jilin", "吉林", 126.6, 43.2, 4), ("Heilongjiang", "黑龙江", 128.4, 47.6, 3),
        ("Ningxia", "宁夏", 106.1, 37.2, 5), ("Taiwan", "台湾", 120.95, 23.75, 4),
    ],
    "NL": [
        ("North Holland", "北荷兰省", 4.87, 52.68, 6), ("South Holland", "南荷兰省", 4.62, 51.98, 6),
        ("Utrecht", "乌得勒支省", 5.3, 52.02, 6), ("Gelderland", "海尔德兰省", 5.85, 52.13, 6),
        ("Overijssel", "上艾瑟尔省", 6.45, 52.38, 6), ("Drenthe", "德伦特省", 6.6, 52.86, 6),
        ("Groningen", "格罗宁根省", 6.8, 53.28, 6), ("Friesland", "弗里斯兰省", 5.75, 53.02, 6),
        ("Flevoland", "弗莱福兰省", 5.55, 52.5, 6), ("North Brabant", "北布拉班特省", 5.15, 51.56, 6),
        ("Limburg", "林堡省", 5.93, 51.27, 6), ("Zeeland", "泽兰省", 3.85, 51.45, 6),
    ],
}

# Entries of the countries file that get no country label. Taiwan's is among the divisions above.
NOT_LABELLED_AS_COUNTRY = {"AQ", "HK", "MO", "TW"}

# Countries: short names where CLDR's are too long for the map, and labels moved by hand (longitude, latitude).
COUNTRY_NAMES = {
    "CD": "DR Congo", "CG": "Congo", "US": "United States", "GB": "United Kingdom", "MM": "Myanmar",
    "CI": "Ivory Coast", "PS": "Palestine", "BA": "Bosnia & Herz.", "FK": "Falkland Is.",
}
COUNTRY_NAMES_ZH = {"CD": "刚果（金）", "CG": "刚果（布）", "PS": "巴勒斯坦"}
COUNTRY_AT = {
    "US": (-98.5, 39.6), "CA": (-105.0, 58.5), "RU": (97.0, 62.5), "CN": (102.3, 37.3), "NO": (9.6, 61.4),
    "FR": (2.4, 46.7), "CL": (-70.9, -30.2), "VN": (105.5, 21.6), "ID": (113.9, -0.6), "MY": (114.2, 3.4),
    "JP": (138.2, 36.6), "NZ": (171.2, -43.4), "GB": (-1.6, 52.6), "IT": (12.3, 43.2), "HR": (16.3, 45.3),
    "PH": (121.4, 16.4), "NL": (5.65, 52.22), "IN": (78.9, 22.6), "KZ": (66.5, 48.2), "MN": (103.3, 46.6),
    "AU": (134.3, -25.3), "BR": (-52.6, -9.6), "AR": (-65.2, -35.2), "SE": (15.6, 62.4), "FI": (26.2, 63.4),
    "GL": (-41.0, 73.5), "SA": (44.6, 24.1), "EG": (29.2, 26.9), "ZA": (24.3, -29.6), "AO": (17.6, -12.4),
}

# Natural Earth river -> label and Chinese name. Rivers not here keep their cleaned-up name; None is not written at all.
RIVERS = {
    "Chang Jiang (Yangtze)": ("Yangtze", "长江"), "Yangtze": ("Yangtze", "长江"),
    "Jinsha (Yangtze)": ("Jinsha", "金沙江"), "Tongtian": ("Tongtian", "通天河"), "Tuotuo": ("Tuotuo", "沱沱河"),
    "Huang": ("Yellow River", "黄河"), "Huang (Yellow)": ("Yellow River", "黄河"), "Xi": ("Xi", "西江"),
    "Xun": ("Xun", "浔江"), "Hongshui": ("Hongshui", "红水河"), "Nanpan": ("Nanpan", "南盘江"),
    "Bei": ("Bei", "北江"), "Dong": ("Dong", "东江"), "Wu": ("Wu", "乌江"), "Jialing": ("Jialing", "嘉陵江"),
    "Min": ("Min", None), "Dadu": ("Dadu", "大渡河"), "Yalong": ("Yalong", "雅砻江"), "Tuo": ("Tuo", "沱江"),
    "Xiang": ("Xiang", "湘江"), "Yuan": ("Yuan", "沅江"), "Gan": ("Gan", "赣江"), "Huai": ("Huai", "淮河"),
    "Wei": ("Wei", "渭河"), "Fen": ("Fen", "汾河"), "Jing": ("Jing", "泾河"), "Luan": ("Luan", "滦河"),
    "Hai": ("Hai", "海河"), "Liao": ("Liao", "辽河"), "Xiliao": ("Xiliao", "西辽河"), "Nen": ("Nen", "嫩江"),
    "Songhua (Sungari)": ("Songhua", "松花江"), "Heilong Jiang (Amur)": ("Amur", "黑龙江"),
    "Amur": ("Amur", "黑龙江"), "Ussuri (Wusuli)": ("Ussuri", "乌苏里江"), "Ussuri": ("Ussuri", "乌苏里江"),
    "Yalu": ("Yalu", "鸭绿江"), "Tumen": ("Tumen", "图们江"), "Tarim": ("Tarim", "塔里木河"),
    "Fuchun": ("Fuchun", "富春江"), "Lancang (Mekong)": ("Mekong", "澜沧江"), "Mekong": ("Mekong", "湄公河"),
    "Nu": ("Salween", "怒江"), "Nu (Salween)": ("Salween", "怒江"),
    "Yarlung (Brahmaputra)": ("Yarlung Tsangpo", "雅鲁藏布江"), "Brahmaputra": ("Brahmaputra", "布拉马普特拉河"),
    "Ganges": ("Ganges", "恒河"), "Indus": ("Indus", "印度河"), "Hong (Red)": ("Red River", "红河"),
    "Rhine": ("Rhine", "莱茵河"), "Rhein": ("Rhine", "莱茵河"), "Maas": ("Maas", "马斯河"),
    "Meuse": ("Meuse", "默兹河"), "Danube": ("Danube", "多瑙河"), "Volga": ("Volga", "伏尔加河"),
    "Nile": ("Nile", "尼罗河"), "Amazonas": ("Amazon", "亚马孙河"), "Mississippi": ("Mississippi", "密西西比河"),
    "Lena": ("Lena", "勒拿河"), "Ob": ("Ob", "鄂毕河"), "Yenisey": ("Yenisei", "叶尼塞河"), "Za": (None, None),
    "Dam": (None, None), "Maquan (Damqogkanbab)": ("Yarlung Tsangpo", "雅鲁藏布江"), "Buh": (None, None),
    "Konqi": ("Konqi", "孔雀河"), "Han": ("Han", None), "Xar Moron": ("Xar Moron", "西拉木伦河"),
    "Yarkant": ("Yarkand", "叶尔羌河"), "Qin": ("Qin", "沁河"), "Sanggan": ("Sanggan", "桑干河"),
    "Yongding": ("Yongding", "永定河"), "You": ("You", "右江"), "Zuo": ("Zuo", "左江"), "Liu": ("Liu", "柳江"),
    "Yu": ("Yu", "郁江"), "Wuding": ("Wuding", "无定河"), "Congo": ("Congo", "刚果河"),
    "Niger": ("Niger", "尼日尔河"),
}

# Natural Earth lake, diacritics lost as in its file -> label and Chinese name. Lakes not here stay unnamed.
LAKE_NAMES = {
    "Great Bear Lake": ("Great Bear Lake", "大熊湖"), "Great Slave Lake": ("Great Slave Lake", "大奴湖"),
    "Lake Winnipeg": ("Lake Winnipeg", "温尼伯湖"), "Lake Erie": ("Lake Erie", "伊利湖"),
    "Lake Ontario": ("Lake Ontario", "安大略湖"), "Lake Superior": ("Lake Superior", "苏必利尔湖"),
    "Lake Michigan": ("Lake Michigan", "密歇根湖"), "Lake Huron": ("Lake Huron", "休伦湖"),
    "Lake Athabasca": ("Lake Athabasca", "阿萨巴斯卡湖"), "Great Salt Lake": ("Great Salt Lake", "大盐湖"),
    "Lago de Nicaragua": ("Lake Nicaragua", "尼加拉瓜湖"), "Lago Titicaca": ("Lake Titicaca", "的的喀喀湖"),
    "Lake Ladoga": ("Lake Ladoga", "拉多加湖"), "Lake Onega": ("Lake Onega", "奥涅加湖"),
    "Lake Saimaa": ("Saimaa", "塞马湖"), "Vnern": ("Vänern", "维纳恩湖"),
    "Rybinsk Reservoir": ("Rybinsk Reservoir", "雷宾斯克水库"), "Lake Balkhash": ("Lake Balkhash", "巴尔喀什湖"),
    "Lake Baikal": ("Lake Baikal", "贝加尔湖"), "Ysyk Kl": ("Issyk-Kul", "伊塞克湖"),
    "Aral Sea": ("Aral Sea", "咸海"), "Lake Zaysan": ("Lake Zaysan", "斋桑泊"),
    "Lake Albert": ("Lake Albert", "艾伯特湖"), "Lake Malawi": ("Lake Malawi", "马拉维湖"),
    "Lake Tanganyika": ("Lake Tanganyika", "坦噶尼喀湖"), "Lake Victoria": ("Lake Victoria", "维多利亚湖"),
    "Lake Chad": ("Lake Chad", "乍得湖"), "Lake Tana": ("Lake Tana", "塔纳湖"),
    "Lake Eyre North": ("Lake Eyre", "艾尔湖"), "IJsselmeer": ("IJsselmeer", "艾瑟尔湖"),
    "Qinghai Hu": ("Qinghai Lake", "青海湖"), "Tai Hu": ("Tai Lake", "太湖"), "Poyang Hu": ("Poyang Lake", "鄱阳湖"),
    "Dongting Hu": ("Dongting Lake", "洞庭湖"), "Hongze Hu": ("Hongze Lake", "洪泽湖"),
    "Chao Hu": ("Chao Lake", "巢湖"), "Gaoyou Hu": ("Gaoyou Lake", "高邮湖"),
    "Weishan Hu": ("Weishan Lake", "微山湖"), "Luoma Hu": ("Luoma Lake", "骆马湖"), "Nam Co": ("Nam Co", "纳木错"),
    "Siling Co": ("Siling Co", "色林错"), "Yamzho Yumco": ("Yamdrok Lake", "羊卓雍错"),
    "Tangra Yumco": ("Tangra Yumco", "当惹雍错"), "Mapam Yumco": ("Manasarovar", "玛旁雍错"),
    "Ngoring Hu": ("Ngoring Lake", "鄂陵湖"), "Gyaring Hu": ("Gyaring Lake", "扎陵湖"),
    "Bosten Hu": ("Bosten Lake", "博斯腾湖"), "Ayakkum Hu": ("Ayakkum Lake", "阿牙克库木湖"),
    "Hulun Nuur": ("Hulun Lake", "呼伦湖"), "Buyr Nuur": ("Buir Lake", "贝尔湖"),
    "Lake Khanka": ("Lake Khanka", "兴凯湖"), "Khvsgl Nuur": ("Khövsgöl", "库苏古尔湖"),
    "Uvs Nuur": ("Uvs Lake", "乌布苏湖"), "Danjiangkou Shuiku": ("Danjiangkou Reservoir", "丹江口水库"),
    "Xinanjiang Shuiku": ("Qiandao Lake", "千岛湖"), "Hong Hu": ("Hong Lake", "洪湖"),
    "Banggong Co": ("Pangong Tso", "班公错"), "Ebinur Hu": ("Ebinur Lake", "艾比湖"),
    "Songhua Hu": ("Songhua Lake", "松花湖"), "Xinfengjiang Shuiku": ("Xinfengjiang Reservoir", "新丰江水库"),
}

# Natural Earth place names that are outdated or misspelt.
RENAMED = {
    "Lupanshui": "Liupanshui", "Huaiyin": "Huai'an", "Xiangfan": "Xiangyang", "Jyekundo": "Yushu", "Chamdo": "Qamdo",
    "Nagchu": "Nagqu", "Jinxi": "Huludao", "Bose": "Baise", "Zhaotang": "Zhaotong", "Yingkow": "Yingkou",
    "Mudangiang": "Mudanjiang", "Shijianzhuang": "Shijiazhuang", "Shenyeng": "Shenyang", "Ninde": "Ningde",
    "Xiangtai": "Xingtai", "Buizhou": "Binzhou", "Linchuan": "Fuzhou (Jiangxi)", "Xian": "Xi'an", "Luan": "Lu'an",
    "Xuanzhou": "Xuancheng", "Simao": "Pu'er", "Puqi": "Chibi", "Beian": "Bei'an", "Yian": "Yi'an", "Daan": "Da'an",
    "Qingan": "Qing'an", "Nongan": "Nong'an", "Ningan": "Ning'an", "Xigaze": "Shigatse", "Jianmen": "Tianmen",
    "Jiaojing": "Taizhou", "Zhanyi": "Qujing", "Fuan": "Fu'an", "Jian": "Ji'an", "Taian": "Tai'an",
    "Maanshan": "Ma'anshan", "Yaan": "Ya'an", "Anxi": "Guazhou", "Fulin": "Hanyuan", "Quiemo": "Qiemo",
    "Ergun Zuoqi": "Genhe", "Yishan": "Yizhou", "Lianxian": "Lianzhou", "Zicheng": "Zhicheng", "Suileng": "Suiling",
    "Zalantun": "Zhalantun", "Shashi": "Jingzhou", "Rangoon": "Yangon", "Kiev": "Kyiv", "Bangalore": "Bengaluru",
    "Chittagong": "Chattogram", "Port Elizabeth": "Gqeberha", "Ujungpandang": "Makassar",
    "Bandjarmasin": "Banjarmasin", "København": "Copenhagen", "Qaraghandy": "Karaganda", "Sevastapol": "Sevastopol",
    "Archangel": "Arkhangelsk", "Banghazi": "Benghazi", "Vishakhapatnam": "Visakhapatnam",
}

# Chinese names, by name as shown, where GeoNames' alternate names give none or a bad one: in China, and elsewhere.
# Of two places of one name, "@" and the rounded longitude tell which is meant.
ZH_CN = {
    "Licheng@119": "溧城", "Xujiang": "盱江",
    "Tianshui": "天水", "Huludao": "葫芦岛", "Liupanshui": "六盘水", "Shizuishan": "石嘴山", "Pu'er": "普洱",
    "Wenshan": "文山", "Chibi": "赤壁", "Golmud": "格尔木", "Dulan": "都兰", "Houma": "侯马", "Xiantao": "仙桃",
    "Tianmen": "天门", "Nyingchi": "林芝", "Shache": "莎车", "Huize": "会泽", "Hechi": "河池", "Wuchuan": "吴川",
    "Guazhou": "瓜州", "Longxi": "陇西", "Minxian": "岷县", "Guide": "贵德", "Hancheng": "韩城",
    "Danjiangkou": "丹江口", "Huanghua": "黄骅", "Shuyang": "沭阳", "Laiyang": "莱阳", "Lingyuan": "凌源",
    "Beipiao": "北票", "Wafangdian": "瓦房店", "Hangu": "汉沽", "Linhai": "临海", "Zhuozhou": "涿州",
    "Gyangze": "江孜", "Tengchong": "腾冲", "Zixing": "资兴", "Yishui": "沂水", "Hanyuan": "汉源", "Arxan": "阿尔山",
    "Hulin": "虎林", "Mishan": "密山", "Keshan": "克山", "Zhuanghe": "庄河", "Huanren": "桓仁", "Fuyu": "扶余",
    "Koktokay": "可可托海", "Qiemo": "且末", "Yumen": "玉门", "Changting": "长汀", "Fengjie": "奉节",
    "Liaoyuan": "辽源", "Hotan": "和田", "Kuqa": "库车", "Jingzhou": "荆州", "Yushu": "玉树", "Linqing": "临清",
    "Fengcheng": "丰城", "Alxa Zuoqi": "阿拉善左旗", "Bayan Obo": "白云鄂博", "Nancha": "南岔", "Shangdu": "商都",
    "Huangyan": "黄岩", "Dali": "大理", "Beian": "北安", "Bei'an": "北安", "Xiangyang": "襄阳", "Huai'an": "淮安",
    "Da'an": "大安", "Fuzhou (Jiangxi)": "抚州", "Hulan Ergi": "富拉尔基", "Angangxi": "昂昂溪", "Yi'an": "依安",
    "Qing'an": "庆安", "Ning'an": "宁安", "Nong'an": "农安", "Wuyuan": "五原", "Linxi": "林西", "Kailu": "开鲁",
    "Huinan": "辉南", "Zhijiang": "芷江", "Shishou": "石首", "Pingyi": "平邑", "Shanxian": "单县", "Suiling": "绥棱",
    "Bugt": "博克图", "Yitulihe": "伊图里河", "Bairin Zuoqi": "巴林左旗", "Hanggin Houqi": "杭锦后旗",
    "Orongen Zizhiqi": "鄂伦春自治旗", "Rongzhag": "丹巴", "Yunxian": "郧县", "Huzhou": "湖州", "Jiaohe": "蛟河",
    "Dengzhou": "邓州", "Zhucheng": "诸城", "Xinyi@118": "新沂", "Pingxiang@107": "凭祥", "Jingdezhen": "景德镇",
    "Manzhouli": "满洲里", "Ya'an": "雅安", "Zhoushan": "舟山", "Wenchang": "文昌", "Changyi": "昌邑",
    "Baoshan": "保山", "Qujing": "曲靖", "Genhe": "根河", "Shenyang": "沈阳", "Huanggang": "黄冈",
}
ZH_WORLD = {
    "Lecce": "莱切",
    "Cape Town": "开普敦", "Recife": "累西腓", "Curitiba": "库里蒂巴", "Abidjan": "阿比让", "Medellin": "麦德林",
    "Guayaquil": "瓜亚基尔", "Chennai": "金奈", "Ahmedabad": "艾哈迈达巴德", "Hyderabad": "海得拉巴",
    "Hiroshima": "广岛", "Kanpur": "坎普尔", "Ho Chi Minh City": "胡志明市", "Cotonou": "科托努",
    "Auckland": "奥克兰", "Kathmandu": "加德满都", "Ulaanbaatar": "乌兰巴托", "Nouakchott": "努瓦克肖特",
    "Rabat": "拉巴特", "Colombo": "科伦坡", "Brisbane": "布里斯班", "Adelaide": "阿德莱德", "Hobart": "霍巴特",
    "Semarang": "三宝垄", "Makassar": "望加锡", "Banjarmasin": "马辰", "Cayenne": "卡宴", "Freetown": "弗里敦",
    "Naypyidaw": "内比都", "Abuja": "阿布贾", "Krasnoyarsk": "克拉斯诺亚尔斯克", "Nizhny Novgorod": "下诺夫哥罗德",
    "Arkhangelsk": "阿尔汉格尔斯克", "Yakutsk": "雅库茨克", "Santa Cruz": "圣克鲁斯", "Halifax": "哈利法克斯",
    "San Jose": "圣何塞", "Sacramento": "萨克拉门托", "Buffalo": "布法罗", "Anchorage": "安克雷奇",
    "Washington, D.C.": "华盛顿", "Vladivostok": "符拉迪沃斯托克", "Praia": "普拉亚", "Lusaka": "卢萨卡",
    "Gaborone": "哈博罗内", "Belmopan": "贝尔莫潘", "Hamilton": "哈密尔顿", "Guatemala": "危地马拉城",
    "Kuwait": "科威特城", "Tegucigalpa": "特古西加尔巴", "Winnipeg": "温尼伯", "Yellowknife": "耶洛奈夫",
    "Petropavlovsk Kamchatskiy": "彼得罗巴甫洛夫斯克", "Fez": "非斯", "Luxor": "卢克索", "Cebu": "宿务",
    "Agadez": "阿加德兹", "Bhubaneshwar": "布巴内什瓦尔", "Asansol": "阿散索尔", "Iloilo": "伊洛伊洛",
    "Karaganda": "卡拉干达", "Kingston": "金斯敦", "Magadan": "马加丹", "Hargeysa": "哈尔格萨", "Nagpur": "那格浦尔",
    "Oklahoma City": "俄克拉何马城", "San Diego": "圣迭戈", "Phoenix": "菲尼克斯", "Honolulu": "檀香山",
    "Montréal": "蒙特利尔", "Utrecht": "乌得勒支", "Isfahan": "伊斯法罕", "Taipei": "台北", "Gqeberha": "伊丽莎白港",
    "Chicago": "芝加哥",
}

# GeoNames cities left out: districts of a city that has a label, or too close to one; by name, and by Chinese name.
SKIPPED_CITIES = {
    "Banan", "Bao'an", "Basuo", "Changsha", "Chongming", "Daxing’anling", "Fengxiang", "Guankou", "Guli", "Jiading",
    "Jianshui", "Jinshan", "Luancheng", "Panshan", "Qingpu", "Shangyu", "Songjiang", "Tanggu", "Tantou",
}
SKIPPED_CITIES_ZH = {"宝山", "浦阳"}

# GeoNames populations that are a whole prefecture's.
POPULATION = {"Wuzhong": 400_000}

# Places shown earlier than their size asks for: first tile zoom, by country and name.
SHOWN_EARLIER = {("CN", "Lianyungang"): 4, ("CN", "Bijie"): 4}

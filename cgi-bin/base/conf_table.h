/* conf_table.h - every setting of every program: CONF_TEXT(name, default), CONF_INT(name, default, min, max).
 * Included several times by conf.h and conf.c; conf/portal.conf.in explains each one. */
CONF_TEXT(base_url, "http://localhost:8080")   /* as citizens see it; QR codes carry it */
CONF_TEXT(city_name, "示例市")
CONF_TEXT(centre_name, "示例市政务服务中心")
CONF_TEXT(centre_phone, "")                      /* shown in the footer of every page; empty: not shown */
CONF_TEXT(region, "CN")                         /* calendar region; rows of CN apply unless the region has its own */
CONF_TEXT(db_socket, "")
CONF_TEXT(db_name, "portal")
CONF_TEXT(db_user, "")
CONF_TEXT(db_password, "")
CONF_INT(db_timeout_s, 5, 1, 60)
CONF_TEXT(key_file, "")                         /* 32 secret bytes; mode 0600 */
CONF_TEXT(template_dir, "templates")
CONF_TEXT(static_version, "")                   /* in the addresses of style sheets and scripts: changes when they do */
CONF_TEXT(file_store, "")                       /* content-addressed uploads */
CONF_TEXT(archive_dir, "")                      /* archive packages, by year */
CONF_INT(file_max_bytes, 20971520, 1024, 104857600)
CONF_INT(files_per_material, 9, 1, 50)
CONF_INT(session_hours, 12, 1, 72)
CONF_INT(secure_cookies, 0, 0, 1)               /* 1 behind TLS: Secure and the __Host- prefix */
CONF_INT(closing_hour, 24, 0, 24)               /* submissions after this hour count for the next day; 24: same day */
CONF_INT(feedback_days, 1, 1, 20)               /* working days to answer an online submission (AY 6.1.2) */
CONF_INT(collect_days, 10, 1, 60)               /* working days between reminders to come for a result */
CONF_INT(rating_days, 30, 1, 180)               /* days to rate a service ... */
CONF_INT(rating_change_days, 10, 0, 180)        /* ... and to change the rating */
CONF_INT(rating_contact_days, 1, 1, 20)         /* working days to call back after a bad rating (D.5), ... */
CONF_INT(rating_close_days, 5, 1, 60)           /* ... to answer it in writing, ... */
CONF_INT(rating_complex_days, 15, 1, 60)        /* ... and when it is complex */
CONF_INT(rating_person_max, 5, 1, 100)          /* ratings of one person on one day; more wait for review */
CONF_INT(rating_screen_min, 3, 1, 30)           /* minutes that the screen at the window asks */
CONF_INT(complaint_days, 5, 1, 60)              /* working days to answer a complaint (AY 6.3.5) */
CONF_INT(complaint_reopen_days, 10, 1, 60)      /* working days in which its writer can say that it is not settled */
CONF_INT(enquiry_days, 3, 1, 60)                /* working days to answer an enquiry (GD 7.1.1) */
CONF_TEXT(short_prefix, "SL")                   /* in front of short case numbers: 1 to 6 capital letters */
CONF_TEXT(districts, "")                         /* for which this centre receives: names, separated by blanks */
CONF_INT(trust_forwarded_for, 0, 0, 1)
CONF_INT(slow_request_ms, 1000, 1, 600000)
CONF_INT(quiet_from, 21, 0, 24)                 /* hour: no message is sent from here ... */
CONF_INT(quiet_until, 8, 0, 24)                 /* ... until here; the same hour twice: always */
CONF_INT(book_days, 28, 3, 90)                  /* days ahead for which visits can be booked */
CONF_INT(hold_minutes, 10, 1, 60)               /* how long a place is kept while the form is filled in */
CONF_INT(offer_minutes, 120, 5, 1440)           /* how long the first of a waiting list has to take a place */
CONF_INT(displaced_hours, 48, 1, 240)           /* how long another time is kept for people whose time was closed */
CONF_TEXT(outbox_adapter, "file")               /* file, smtp or hook */
CONF_TEXT(outbox_dir, "")
CONF_TEXT(smtp_url, "")
CONF_TEXT(smtp_from, "")
CONF_TEXT(hook_url, "")
CONF_TEXT(now_file, "")                         /* tests only */

const int fixed = 7;

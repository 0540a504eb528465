module bulletin

go 1.26.8

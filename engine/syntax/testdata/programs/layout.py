if a:
	b
	if c:
		d


	# x
e
if a:
        b
        if c:
        	d
e
f

  # odd
		# odder
g = (1,
2,
   3)
if a: # comment
    # c
  b # c
  \
c
\
d
x = 1 # c


# end
"""What readers and their programs are answered: pages, and files to take away."""

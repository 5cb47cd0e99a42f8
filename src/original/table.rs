//! Numbers in rows and columns.

#[derive(Clone, Debug)]
pub struct Table<T> {
    columns: usize,
    cells: Vec<T>,
}

impl<T: Copy + Default> Table<T> {
    pub fn new(rows: usize, columns: usize) -> Self {
        Self {
            columns,
            cells: vec![T::default(); rows.saturating_mul(columns)],
        }
    }

    /// The default outside.
    pub fn at(&self, row: usize, column: usize) -> T {
        let cell = self.cells.get(row * self.columns + column);
        cell.copied().unwrap_or_default()
    }

    /// Nothing is kept outside.
    pub fn cell(&mut self, row: usize, column: usize) -> Option<&mut T> {
        self.cells.get_mut(row * self.columns + column)
    }
}

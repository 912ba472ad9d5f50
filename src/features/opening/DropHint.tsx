import css from './opening.module.css';

/** While something is held over the page: where it may be dropped, which is anywhere. */
export default function DropHint() {
  return (
    <div aria-hidden="true" className={css.drop}>
      <p>
        Drop the file to open it here.
        <br />
        Nothing leaves this browser.
      </p>
    </div>
  );
}
